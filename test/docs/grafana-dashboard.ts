type Unit = 'short' | 's' | 'percentunit' | 'bytes' | 'currencyUSD'
type Panel = {
  readonly title: string
  readonly what: string
  readonly unit: Unit
  /** PromQL and the legend of each line. */
  readonly lines: readonly (readonly [query: string, legend: string])[]
}

/** What an operator asks, in the order of asking. */
const rows: Readonly<Record<string, readonly Panel[]>> = {
  'Does it keep its promise?': [
    {
      title: 'Lateness of digests',
      what: 'From when a digest was due to its first message. Late is more than 125 s.',
      unit: 's',
      lines: [
        [
          'histogram_quantile(0.5, sum by (le) (increase(dateline_lateness_seconds_bucket[1h])))',
          'median',
        ],
        [
          'histogram_quantile(0.99, sum by (le) (increase(dateline_lateness_seconds_bucket[1h])))',
          '99 %',
        ],
      ],
    },
    {
      title: 'Messages by state',
      what: 'Open, or closed in the last day. `dead` and `suspended` need a person.',
      unit: 'short',
      lines: [['max by (state) (dateline_messages)', '{{state}}']],
    },
    {
      title: 'Tries to deliver',
      what: 'By what became of them; below, messages sent again without a way to look first.',
      unit: 'short',
      lines: [
        ['sum by (outcome) (increase(dateline_deliveries_total[1h]))', '{{outcome}}'],
        ['sum(increase(dateline_duplicates_risked_total[1h]))', 'duplicate risked'],
      ],
    },
    {
      title: 'Channels that need an admin',
      what: 'Nothing is posted there until somebody has seen to it.',
      unit: 'short',
      lines: [['max(dateline_destinations_suspended)', 'suspended']],
    },
    {
      title: 'Due and not yet taken',
      what: 'A queue that grows for minutes wants another worker.',
      unit: 'short',
      lines: [['max by (queue) (dateline_queue_depth)', '{{queue}}']],
    },
    {
      title: 'Digests',
      what: 'Recorded with stories, or empty.',
      unit: 'short',
      lines: [['sum by (outcome) (increase(dateline_digests_total[1d]))', '{{outcome}} a day']],
    },
  ],
  'What does it read?': [
    {
      title: 'Polls',
      what: 'Looks at feeds, by outcome.',
      unit: 'short',
      lines: [['sum by (outcome) (increase(dateline_polls_total[1h]))', '{{outcome}}']],
    },
    {
      title: 'Share of 304',
      what: 'How many polls the publisher could answer with a single line.',
      unit: 'percentunit',
      lines: [
        [
          'sum(increase(dateline_polls_total{outcome="not-modified"}[1d])) / sum(increase(dateline_polls_total[1d]))',
          'not modified',
        ],
      ],
    },
    {
      title: 'Failures by fault',
      what: '`not-a-feed` could not be parsed; `unreachable` for all feeds at once is our own network.',
      unit: 'short',
      lines: [['sum by (fault) (increase(dateline_poll_failures_total[1h]))', '{{fault}}']],
    },
    {
      title: 'Articles',
      what: 'Remembered: new ones, and those that their publisher has changed.',
      unit: 'short',
      lines: [['sum by (kind) (increase(dateline_articles_total[1h]))', '{{kind}}']],
    },
    {
      title: 'Bytes that were not sent',
      what: 'Saved by validators.',
      unit: 'bytes',
      lines: [['sum(increase(dateline_feed_bytes_saved_total[1d]))', 'saved a day']],
    },
  ],
  'Is what it prints sound?': [
    {
      title: 'Briefings',
      what: 'By who wrote them; those that fell back were asked of the language model in vain.',
      unit: 'short',
      lines: [
        ['sum by (summarizer) (increase(dateline_briefings_total[1h]))', '{{summarizer}}'],
        ['sum(increase(dateline_model_fallbacks_total[1h]))', 'fell back'],
      ],
    },
    {
      title: 'Quotes dropped and sentences replaced',
      what: 'What did not pass the check against its source and was not printed.',
      unit: 'short',
      lines: [
        ['sum by (verdict) (increase(dateline_quotes_dropped_total[1d]))', 'quote {{verdict}}'],
        ['sum(increase(dateline_points_replaced_total[1d]))', 'sentence replaced'],
      ],
    },
    {
      title: 'Calls of the language model',
      what: 'By what came of them.',
      unit: 'short',
      lines: [['sum by (outcome) (increase(dateline_model_calls_total[1h]))', '{{outcome}}']],
    },
    {
      title: 'Tokens',
      what: 'As the server counts them.',
      unit: 'short',
      lines: [['sum by (direction) (increase(dateline_model_tokens_total[1h]))', '{{direction}}']],
    },
    {
      title: 'Money',
      what: 'By the prices in OPENAI_PRICES; nothing where none are set.',
      unit: 'currencyUSD',
      lines: [['sum(increase(dateline_model_dollars_total[1d]))', 'a day']],
    },
  ],
  'Is it well?': [
    {
      title: 'Commands',
      what: 'From a command to its answer. Slack gives up after 3 s.',
      unit: 's',
      lines: [
        [
          'histogram_quantile(0.99, sum by (le) (increase(dateline_command_seconds_bucket[5m])))',
          '99 %',
        ],
      ],
    },
    {
      title: 'Commands by outcome',
      what: 'On each platform.',
      unit: 'short',
      lines: [
        [
          'sum by (platform, outcome) (increase(dateline_commands_total[1h]))',
          '{{platform}} {{outcome}}',
        ],
      ],
    },
    {
      title: 'Event-loop delay',
      what: 'Above 100 ms for long, commands come late.',
      unit: 's',
      lines: [
        ['max by (instance) (dateline_nodejs_eventloop_lag_p99_seconds)', '{{instance}} 99 %'],
      ],
    },
    {
      title: 'Memory',
      what: 'Resident.',
      unit: 'bytes',
      lines: [['max by (instance) (dateline_process_resident_memory_bytes)', '{{instance}}']],
    },
    {
      title: 'Database and scheduler',
      what: '1 while the database answers; ticks that failed.',
      unit: 'short',
      lines: [
        ['min by (instance) (dateline_database_up)', '{{instance}} database up'],
        ['sum by (tick) (increase(dateline_tick_failures_total[1h]))', '{{tick}} failed'],
      ],
    },
  ],
}

const panelsInRow = 3
const columns = 24
const panelHeight = 8

/** Every query of the dashboard. */
export const queries: readonly string[] = Object.values(rows).flatMap((panels) =>
  panels.flatMap(({ lines }) => lines.map(([query]) => query)),
)

/** `docs/grafana-dashboard.json`: import it in Grafana and choose the Prometheus that scrapes `/metrics`. */
export function grafanaDashboard(): string {
  let id = 0
  let y = 0
  const panels = Object.entries(rows).flatMap(([title, inRow]) => {
    const row = { id: ++id, type: 'row', title, gridPos: { x: 0, y, w: columns, h: 1 }, panels: [] }
    const placed = inRow.map((panel, at) => ({
      ...toPanel(panel, ++id),
      gridPos: {
        x: (at % panelsInRow) * (columns / panelsInRow),
        y: y + 1 + Math.floor(at / panelsInRow) * panelHeight,
        w: columns / panelsInRow,
        h: panelHeight,
      },
    }))
    y += 1 + Math.ceil(inRow.length / panelsInRow) * panelHeight
    return [row, ...placed]
  })
  return `${JSON.stringify({ ...frame, panels }, null, 2)}\n`
}

const source = { type: 'prometheus', uid: '$source' }

const frame = {
  title: 'Dateline',
  uid: 'dateline',
  schemaVersion: 39,
  editable: true,
  refresh: '1m',
  time: { from: 'now-24h', to: 'now' },
  templating: {
    list: [{ name: 'source', label: 'Prometheus', type: 'datasource', query: 'prometheus' }],
  },
}

function toPanel({ title, what, unit, lines }: Panel, id: number) {
  return {
    id,
    type: 'timeseries',
    title,
    description: what,
    datasource: source,
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } },
    targets: lines.map(([expr, legendFormat], at) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + at),
      datasource: source,
      expr,
      legendFormat,
    })),
  }
}
