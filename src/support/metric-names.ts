/** What is counted, by its Prometheus name: what it means, and the labels that part it. */
export const counters = {
  dateline_polls_total: [
    'Feeds looked at, by outcome; `not-modified` was answered with 304.',
    ['outcome'],
  ],
  dateline_poll_failures_total: [
    'Polls that failed, by fault; `not-a-feed` could not be parsed.',
    ['fault'],
  ],
  dateline_feed_bytes_saved_total: ['Bytes not sent because a feed had not changed.', []],
  dateline_articles_total: ['Articles remembered, new or revised.', ['kind']],
  dateline_digests_total: ['Digests recorded, by outcome.', ['outcome']],
  dateline_briefings_total: ['Briefings written, by summarizer.', ['summarizer']],
  dateline_model_fallbacks_total: [
    'Briefings that the built-in summarizer wrote because the language model did not.',
    [],
  ],
  dateline_quotes_dropped_total: ['Quotes that failed the check, by verdict.', ['verdict']],
  dateline_points_replaced_total: ['Sentences replaced after the check.', []],
  dateline_deliveries_total: ['Tries to deliver a message, by what became of them.', ['outcome']],
  dateline_duplicates_risked_total: ['Messages sent again without a way to look first.', []],
  dateline_commands_total: ['Commands answered, by platform and outcome.', ['platform', 'outcome']],
  dateline_model_calls_total: ['Calls of the language model, by outcome.', ['outcome']],
  dateline_model_tokens_total: ['Tokens of the language model.', ['direction']],
  dateline_model_dollars_total: ['Price of the language model, by the prices that are set.', []],
  dateline_tick_failures_total: ['Ticks of the scheduler that failed.', ['tick']],
} as const satisfies Record<string, readonly [string, readonly string[]]>

export const gauges = {
  dateline_queue_depth: ['Feeds, digests and messages that are due and not yet taken.', ['queue']],
  dateline_messages: [
    'Messages that are open, or were closed in the last day, by state.',
    ['state'],
  ],
  dateline_database_up: ['1 when the database answered this very question, 0 when not.', []],
  dateline_destinations_suspended: ['Channels that need an admin.', []],
} as const satisfies Record<string, readonly [string, readonly string[]]>

export const histograms = {
  dateline_lateness_seconds: [
    'From when a digest was due to its first message.',
    [1, 5, 15, 60, 125, 300, 1800, 21_600],
  ],
  dateline_command_seconds: ['From a command to its answer.', [0.05, 0.1, 0.25, 0.5, 1, 3, 10]],
} as const satisfies Record<string, readonly [string, readonly number[]]>
