import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/table.ts'
import { listAudit } from '../../src/store/audit/audit.ts'
import { listFeedSubscriptions } from '../../src/store/wishes/feed-subscriptions.ts'
import { listFilters } from '../../src/store/wishes/filters.ts'
import { listSubscriptions } from '../../src/store/wishes/subscriptions.ts'
import { aCaller, aDesk, home, type SampleDesk, wordsOf } from './a-desk.ts'

/** `RANDOM_OPTIONS=10000` is the campaign; a few are enough to see a break at once. */
const runs = Number(process.env.RANDOM_OPTIONS ?? 12)

const nasty = [
  '25:61',
  'Mars/Base',
  '* * * * * *',
  '"; DROP TABLE feeds; --',
  'x'.repeat(4000),
  '\n\r\t\u0000\u202e',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '{count, plural, one {#}}',
  '<@U1>',
  '(((((((',
  '-1',
  '1e309',
  'morning',
  'Wire One',
  'story-bridge',
  'yes',
]
const value = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 40 }))

/** What may be gone or new only after somebody has said yes. */
async function standing({ store }: SampleDesk) {
  return store.inWorkspace(home, async (tx) => ({
    feeds: (await listFeedSubscriptions(tx)).map(({ feedId }) => feedId),
    digests: (await listSubscriptions(tx)).map(({ id }) => id),
    filters: (await listFilters(tx)).map(({ id }) => id),
    audit: (await listAudit(tx, 1000)).length,
  }))
}

const asksFirst = [
  'feeds add',
  'feeds remove',
  'digest delete',
  'filters remove',
  'data delete',
  ...commands.filter(({ isOnce }) => isOnce).map(({ name }) => name),
]

test.each(commands)(
  '$name answers whatever is written behind it, and takes nothing away without a yes',
  async (command) => {
    const sample = await aDesk()
    const before = await standing(sample)
    const names = command.options.map(({ name }) => name)
    const options = fc.dictionary(fc.constantFrom(...names, 'rest', 'confirm', '__proto__'), value)
    await fc.assert(
      fc.asyncProperty(options, fc.string({ unit: 'binary' }), async (given, line) => {
        const direct = { id: sample.tools.random.id(), command: command.name, options: given }
        const replies = [
          await sample.desk.run({ ...direct, caller: aCaller() }),
          await sample.type(`${command.name} ${line}`),
        ]
        expect(sample.told.faults).toEqual([])
        for (const reply of replies) expect(wordsOf(reply)).not.toMatch(/\bat .+:\d+:\d+|Error:/)
      }),
      { numRuns: runs },
    )
    const after = await standing(sample)
    expect(after.feeds).toEqual(expect.arrayContaining(before.feeds))
    expect(after.digests).toEqual(expect.arrayContaining(before.digests))
    expect(after.filters).toEqual(expect.arrayContaining(before.filters))
    if (asksFirst.includes(command.name)) expect(after).toEqual(before)
  },
  runs * 1000,
)
