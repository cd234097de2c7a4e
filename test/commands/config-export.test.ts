import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConfigText } from '../../src/config/read-file.ts'
import { toWishes } from '../../src/config/to-wishes.ts'
import { workspaceId } from '../../src/domain/ids.ts'
import type { FeedSubscription, Subscription } from '../../src/domain/subscription.ts'
import type { Store } from '../../src/store/store.ts'
import { applyWishes } from '../../src/store/wishes/apply-wishes.ts'
import { listFeedSubscriptions } from '../../src/store/wishes/feed-subscriptions.ts'
import { listFilters } from '../../src/store/wishes/filters.ts'
import { listSubscriptions } from '../../src/store/wishes/subscriptions.ts'
import { aCaller, actionFor, aDesk } from './a-desk.ts'

type Line = { readonly command: string; readonly options: Readonly<Record<string, string>> }

const words = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '')
const yesNo = fc.constantFrom('yes', 'no')

/** Some of the options, in values that can be read. */
function given(values: Readonly<Record<string, fc.Arbitrary<string>>>) {
  return fc.record(values, { requiredKeys: [] })
}

function line(command: string, options: fc.Arbitrary<Line['options']>): fc.Arbitrary<Line> {
  return options.map((each) => ({ command, options: each }))
}

const feedName = fc.constantFrom('Paper 0', 'Paper 1', 'Paper 2', 'Paper 3')

const lines = fc.array(
  fc.oneof(
    line(
      'feeds edit',
      fc
        .tuple(
          feedName,
          given({
            name: words,
            category: fc.constantFrom('world', 'local, sea', '#1: "odd"'),
            weight: fc.constantFrom('0.1', '2', '9.5'),
            language: fc.constantFrom('de', 'pt-BR', 'German'),
          }),
        )
        .map(([feed, more]) => ({ feed, ...more })),
    ),
    line('feeds pause', fc.record({ feed: feedName, resume: yesNo })),
    line(
      'digest create',
      fc
        .tuple(
          fc.constantFrom('morning', 'noon', 'week-end'),
          fc.constantFrom(
            { time: '8am' },
            { time: '7:30, 17:00', days: 'mon, wed' },
            { every: '2h' },
          ),
          given({
            feeds: fc.constantFrom('all', 'Paper 1', 'Paper 1, Paper 2'),
            stories: fc.constantFrom('3', '15'),
            length: fc.constantFrom('headlines', 'short', 'detailed'),
            language: fc.constantFrom('de', 'French'),
            title: words,
            'on-empty': fc.constantFrom('skip', 'say-so'),
            mention: fc.constantFrom('nobody', '<@&1122>', 'S012'),
            images: yesNo,
            exact: yesNo,
            channel: fc.constantFrom('here', 'console:sea'),
          }),
        )
        .map(([name, schedule, more]) => ({ name, ...schedule, ...more })),
    ),
    line('digest pause', fc.record({ digest: fc.constantFrom('morning', 'noon'), resume: yesNo })),
    line('digest delete', fc.record({ digest: fc.constantFrom('morning', 'noon') })),
    line('feeds remove', fc.record({ feed: feedName })),
    line(
      'filters add',
      fc
        .tuple(
          words,
          given({
            action: fc.constantFrom('drop', 'boost', 'mention'),
            field: fc.constantFrom('any', 'title', 'source'),
            match: fc.constantFrom('contains', 'is', 'regex'),
            not: yesNo,
            scope: fc.constantFrom('morning', 'console:sea'),
          }),
        )
        .map(([value, more]) => ({ value, ...more })),
    ),
  ),
  { maxLength: 12 },
)

/** What stands, without whose it is and who looks after it. */
function standing(store: Store, workspace: string) {
  return store.inWorkspace(workspaceId(workspace), async (tx) => {
    const plain = (things: readonly object[]) =>
      things
        .map((thing) => ({ ...thing, workspaceId: '', managedBy: '', id: '' }))
        .map((thing) => JSON.stringify(Object.entries(thing).sort()))
        .sort()
    const feeds = await listFeedSubscriptions(tx)
    return {
      feeds: plain(feeds),
      digests: plain((await listSubscriptions(tx)).map((digest) => withoutRemoved(digest, feeds))),
      filters: plain(await listFilters(tx)),
    }
  })
}

/** A digest keeps the name of a removed feed, so that it reads it again when it is put back. */
function withoutRemoved(digest: Subscription, known: readonly FeedSubscription[]): Subscription {
  const { feeds } = digest
  if (feeds.kind !== 'named') return digest
  const names = feeds.names.filter((name) => known.some((feed) => feed.name === name))
  return { ...digest, feeds: { kind: 'named', names } }
}

const opml = `<opml version="2.0"><body>${[0, 1, 2, 3]
  .map((at) => `<outline text="Paper ${at}" xmlUrl="https://p${at}.example/feed?a=1&amp;b=${at}"/>`)
  .join('')}</body></opml>`

test('the exported configuration recreates what stands, whatever commands have made of it', async () => {
  const { desk, store, told } = await aDesk({ isEmpty: true })
  let number = 0
  await fc.assert(
    fc.asyncProperty(lines, async (typed) => {
      number += 1
      const [from, to] = [`console:from-${number}`, `console:to-${number}`]
      const caller = aCaller({ workspaceId: workspaceId(from) })
      let count = 0
      const run = (call: Line) => {
        count += 1
        return desk.run({ id: `${from}-${count}`, ...call, caller })
      }
      await run({ command: 'feeds import', options: { file: opml } })
      for (const each of typed) {
        const reply = await run(each)
        const confirmed = actionFor(reply, `${each.command} confirmed`)
        if (confirmed?.id) await run({ command: 'press', options: { action: confirmed.id } })
      }
      const { file } = await run({ command: 'config export', options: {} })
      const wishes = toWishes(readConfigText(file?.text ?? '', 'dateline.yaml'))
      await store.inWorkspace(workspaceId(to), (tx) => applyWishes(tx, wishes))
      expect(await standing(store, to)).toEqual(await standing(store, from))
      expect(told.faults).toEqual([])
    }),
    { numRuns: Number(process.env.CONFIG_ROUND_TRIPS ?? 25) },
  )
})
