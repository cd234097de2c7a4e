import { onTestFinished } from 'vitest'
import { commandMemory } from '../../src/app/command-memory.ts'
import { createCommandDesk } from '../../src/commands/desk.ts'
import { type CommandTools, defaultQuotas, type FeedLook } from '../../src/commands/tools.ts'
import { writeConfigText } from '../../src/config/from-wishes.ts'
import type { Briefing } from '../../src/domain/briefing.ts'
import type { Caller, CommandDesk, Reply } from '../../src/domain/command.ts'
import { parseCommandLine } from '../../src/domain/command-line.ts'
import type { Digest } from '../../src/domain/digest.ts'
import { type Action, type Block, type Document, plainWords } from '../../src/domain/document.ts'
import { articleId, personId, slotId, storyId, workspaceId } from '../../src/domain/ids.ts'
import { readOpml } from '../../src/feeds/opml/read-opml.ts'
import { writeOpml } from '../../src/feeds/opml/write-opml.ts'
import { remember } from '../../src/store/articles/remember.ts'
import { writeJson } from '../../src/store/json.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { keepTold } from '../../src/store/stories/told.ts'
import { keepTraces } from '../../src/store/stories/traces.ts'
import { saveFeedSubscription } from '../../src/store/wishes/feed-subscriptions.ts'
import { saveFilter } from '../../src/store/wishes/filters.ts'
import { saveSubscription } from '../../src/store/wishes/subscriptions.ts'
import { anArticle, anItem } from '../store/sample.ts'
import { aDigestWish, aFeedWish, aFilter } from '../store/wishes/wishes.ts'
import { type MovedClock, movedClock } from '../support/moved-clock.ts'

/** A Tuesday evening. */
export const now = new Date('2026-12-01T19:00:00Z')

export const home = workspaceId('console:local')
export const away = workspaceId('console:away')

export function aCaller(over: Partial<Caller> = {}): Caller {
  return {
    platform: 'console',
    workspaceId: home,
    personId: personId('U1'),
    name: 'Ana',
    isAdmin: true,
    isStranger: false,
    locale: 'en',
    timezone: 'Europe/Berlin',
    channel: { platform: 'console', id: 'main' },
    thread: undefined,
    ...over,
  }
}

const text = [
  'The harbour bridge is closed after inspectors found cracks in two of its pillars.',
  '“We will not take that risk,” said Harbour Master Ada Lind.',
].join(' ')
const said = 'We will not take that risk'

/** What the rooms of the sample desk were asked to do. */
export type Told = {
  readonly admins: Document[]
  readonly faults: unknown[]
  readonly runs: string[]
}

export type SampleDesk = {
  readonly desk: CommandDesk
  readonly store: Store
  readonly clock: MovedClock
  readonly told: Told
  readonly tools: CommandTools
  /** Types a line, as a face would hand it over. */
  type(line: string, caller?: Caller): Promise<Reply>
  press(action: Action | undefined, caller?: Caller): Promise<Reply>
}

export type DeskOptions = {
  readonly isEmpty?: boolean
  readonly quotas?: CommandTools['quotas']
}

/** Nobody counts in the tests that are not about counting. */
const endless: CommandTools['quotas'] = {
  ...defaultQuotas,
  commandsPerMinutePerPerson: Number.POSITIVE_INFINITY,
  pressesPerMinutePerPerson: Number.POSITIVE_INFINITY,
  commandsPerMinute: Number.POSITIVE_INFINITY,
  feedAddsPerMinute: Number.POSITIVE_INFINITY,
}

/** A desk over a real, small database: two feeds, one digest that was posted this morning, one filter. */
export async function aDesk({
  isEmpty = false,
  quotas = endless,
}: DeskOptions = {}): Promise<SampleDesk> {
  const clock = movedClock(now)
  const store = await openStore({ kind: 'sqlite', path: ':memory:' }, { clock })
  onTestFinished(() => store.close())
  if (!isEmpty) await fill(store)
  const told: Told = { admins: [], faults: [], runs: [] }
  const tools = sampleTools(store, clock, told, quotas)
  const desk = createCommandDesk(tools)
  let number = 0
  const call = (command: string, options: Readonly<Record<string, string>>, caller: Caller) => {
    number += 1
    return desk.run({ id: `call-${number}`, command, options, caller })
  }
  return {
    desk,
    store,
    clock,
    told,
    tools,
    type: (line, caller = aCaller()) => {
      const parsed = parseCommandLine(line, desk.specs)
      return parsed.kind === 'command'
        ? call(parsed.command, parsed.options, caller)
        : call(parsed.kind === 'unknown' ? parsed.command : '', {}, caller)
    },
    press: (action, caller = aCaller()) => call('press', { action: action?.id ?? 'none' }, caller),
  }
}

const bridge: Briefing = {
  storyId: storyId('story-bridge'),
  headline: 'Harbour bridge closed after inspectors find cracks',
  points: [
    {
      text: 'The harbour bridge is closed after inspectors found cracks in two of its pillars.',
      evidence: [{ articleId: articleId('bridge'), start: 0, end: 82 }],
    },
  ],
  quotes: [
    {
      articleId: articleId('bridge'),
      start: text.indexOf(said),
      end: text.indexOf(said) + said.length,
      text: said,
      speaker: { name: 'Ada Lind', role: 'Harbour Master' },
    },
  ],
  disagreements: [],
  sources: [source('bridge', 'Harbour Post'), source('wire-bridge', 'Wire One')],
  updatedSince: undefined,
  authorship: { summarizer: 'extractive', fellBackBecause: undefined },
  checks: { quotesDropped: [], pointsReplaced: [] },
}

function source(id: string, publisher: string) {
  return {
    articleId: id,
    publisher,
    url: `https://harbour.example/${id}`,
    title: 'Harbour bridge closed after inspectors find cracks',
    publishedAt: new Date('2026-12-01T06:00:00Z'),
    language: 'en',
    partial: false,
  }
}

function aDigest(digestId: Digest['digestId'], briefings: readonly Briefing[]): Digest {
  return {
    workspaceId: home,
    digestId,
    title: 'Morning briefing',
    channel: { platform: 'console', id: 'main' },
    dueAt: new Date('2026-12-01T07:00:00Z'),
    since: undefined,
    lateUntil: undefined,
    timezone: 'Europe/Berlin',
    language: 'en',
    length: 'short',
    mention: undefined,
    briefings,
    coverage: {
      feedsRead: 2,
      feedsFailed: [],
      articlesRead: 3,
      dropped: [],
      storiesLeftOut: 0,
      quotesDropped: 0,
      pointsReplaced: 0,
      notes: [],
    },
    nextAt: undefined,
  }
}

async function fill(store: Store): Promise<void> {
  await store.inWorkspace(home, async (tx) => {
    const harbour = await saveFeedSubscription(
      tx,
      aFeedWish('Harbour Post', { url: 'https://harbour.example/rss', categories: ['local'] }),
      'command',
    )
    const wire = await saveFeedSubscription(
      tx,
      aFeedWish('Wire One', { url: 'https://wire.example/rss', categories: ['world'] }),
      'command',
    )
    const titled = { title: bridge.headline, text, firstSeenAt: new Date('2026-12-01T06:30:00Z') }
    await remember(tx, [
      anItem(anArticle('bridge', { ...titled, feedId: harbour.feedId })),
      anItem(anArticle('wire-bridge', { ...titled, feedId: wire.feedId, publisher: 'Wire One' })),
    ])
    const channel = { platform: 'console', id: 'main' } as const
    const digest = await saveSubscription(
      tx,
      aDigestWish('morning', { title: 'Morning briefing', channel }),
      'command',
    )
    await saveFilter(tx, aFilter('rule'), 'command')
    const slot = slotId('slot-1')
    await tx.db
      .insertInto('slots')
      .values({
        workspace_id: home,
        id: slot,
        digest_id: digest.id,
        slot_key: '2026-12-01T08:00 Europe/Berlin',
        due_at_ms: Date.parse('2026-12-01T07:00:00Z'),
        state: 'recorded',
        words: '',
        attempts: 0,
        retry_at_ms: 0,
        lease_until_ms: 0,
        fence: 1,
        digest_json: writeJson(aDigest(digest.id, [bridge])),
        closed_at_ms: 0,
      })
      .execute()
    const articles = [anArticle('bridge', titled), anArticle('wire-bridge', titled)] as const
    const story = { id: bridge.storyId, articles, told: undefined }
    await keepTold(tx, channel, slot, [{ story, briefing: bridge }])
    const words = 'Story 1, “Harbour bridge closed”: told by 2 outlets.'
    await keepTraces(tx, slot, [{ articleId: articleId('bridge'), stage: 'printed', words }])
  })
}

const looks: Readonly<Record<string, FeedLook>> = {
  'https://harbour.example/feed': aLook('https://harbour.example/feed', 'Harbour Gazette'),
  'https://harbour.example/rss': aLook('https://harbour.example/rss', 'Harbour Post'),
  'https://two.example/': {
    kind: 'choice',
    feeds: [
      { url: 'https://two.example/news', title: 'News' },
      { url: 'https://two.example/sport', title: 'Sport' },
    ],
  },
}

function aLook(url: string, title: string): FeedLook {
  const publishedAt = new Date('2026-12-01T06:00:00Z')
  const item = { title: bridge.headline, text, url: 'https://harbour.example/bridge', publishedAt }
  return { kind: 'feed', url, title, language: 'en', items: [item], warnings: [] }
}

function sampleTools(
  store: Store,
  clock: MovedClock,
  told: Told,
  quotas: CommandTools['quotas'],
): CommandTools {
  let lastId = 0
  return {
    clock,
    quotas,
    random: {
      id: () => {
        lastId += 1
        return `id-${lastId}`
      },
    },
    inWorkspace: (workspace, work) => store.inWorkspace(workspace, (tx) => work(commandMemory(tx))),
    onFault: (error) => told.faults.push(error),
    adminNames: () => Promise.resolve(['Ana', 'Bo']),
    mayPost: (_caller, { id }) => Promise.resolve(id !== 'secret'),
    directChannel: ({ platform, personId: person }) =>
      Promise.resolve({ platform, id: `dm-${person}` }),
    tellAdmins: (_workspace, document) => {
      told.admins.push(document)
      return Promise.resolve()
    },
    lookAtFeed: (url) =>
      Promise.resolve(looks[url] ?? { kind: 'failed', why: `${url} offers no feed.` }),
    readFirst: () => Promise.resolve(1),
    readOpml,
    writeOpml,
    compose: ({ subscription, topic }) => {
      const isAbout = topic === undefined || bridge.headline.toLowerCase().includes(topic)
      const digest = aDigest(subscription.id, isAbout ? [bridge] : [])
      return Promise.resolve({
        digest: { ...digest, title: subscription.title, workspaceId: subscription.workspaceId },
        reasons: [['told by 2 outlets']],
        leftOut: [
          { title: 'Your stars today', reason: 'filtered', words: 'Dropped by the filter.' },
        ],
      })
    },
    runDigest: ({ name }) => {
      told.runs.push(name)
      return Promise.resolve({ kind: 'posted', words: '' })
    },
    summarizeLink: ({ url }) =>
      Promise.resolve(
        url.includes('harbour')
          ? { kind: 'briefing', briefing: bridge }
          : { kind: 'failed', why: `${url} could not be read: it is behind a paywall.` },
      ),
    answer: ({ question, articles: [first] }) => {
      const evidence = [{ articleId: first?.id ?? articleId('none'), start: 0, end: 82 }] as const
      const point = { text: bridge.points[0]?.text ?? '', evidence }
      return Promise.resolve(
        question.includes('bridge')
          ? { answered: true, points: [point], closest: undefined, note: undefined }
          : { answered: false, points: [], closest: evidence[0], note: undefined },
      )
    },
    writeConfig: writeConfigText,
  }
}

/** All words of a reply, as a reader without any markup has them. */
export function wordsOf({ document, file }: Reply): string {
  return [...document.blocks.map(blockWords), file?.text ?? ''].join('\n')
}

function blockWords(block: Block): string {
  const spans = (parts: Extract<Block, { kind: 'paragraph' }>['spans']) =>
    parts.map(plainWords).join('')
  switch (block.kind) {
    case 'heading':
      return [block.text, block.aside ?? ''].join(' ')
    case 'paragraph':
      return spans(block.spans)
    case 'list':
      return block.items.map(spans).join('\n')
    case 'headlines':
      return block.items.map((item) => `${item.text} ${item.aside}`).join('\n')
    case 'quote':
      return `${block.text} ${block.speaker} ${block.source}`
    case 'sources':
      return block.items.map((item) => item.name).join(' ')
    case 'fields':
      return block.items.map((item) => `${item.name}: ${spans(item.value)}`).join('\n')
    case 'notice':
    case 'footer':
      return block.text
    case 'actions':
      return block.actions.map((action) => `[${action.label}]`).join(' ')
    case 'divider':
      return ''
  }
}

export function actionsOf({ document }: Reply): readonly Action[] {
  return document.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []))
}

export function actionFor(reply: Reply, command: string): Action | undefined {
  return actionsOf(reply).find((action) => action.command === command)
}
