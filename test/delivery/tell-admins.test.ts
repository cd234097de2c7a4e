import { expect, test } from 'vitest'
import { createAdminNotices } from '../../src/delivery/tell-admins.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { createDeliveryRecords } from '../../src/store/delivery/delivery-records.ts'
import { recordDigest } from '../../src/store/delivery/record-digest.ts'
import { takeSilence } from '../../src/store/delivery/take-silence.ts'
import { writeBudget } from '../../src/store/settings/budget.ts'
import { recordSpending } from '../../src/store/spending/spending.ts'
import { takeBudgetNotice } from '../../src/store/spending/take-budget-notice.ts'
import type { Store } from '../../src/store/store.ts'
import { silentLog } from '../../src/support/log.ts'
import { aRecord, planAndClaim } from '../store/delivery/a-schedule.ts'
import { onBothEngines } from '../store/on-both-engines.ts'
import { ours } from '../store/sample.ts'
import { channels, delivering } from './delivering.ts'
import type { ScriptedPlatform } from './scripted-platform.ts'

const dayMs = 86_400_000

function noticesOf(store: Store, platform: ScriptedPlatform) {
  return createAdminNotices({
    records: createDeliveryRecords(store),
    platforms: new Map([['slack', platform]]),
    wordingOf: () => Promise.resolve(wordingFor('en')),
    takeSilence: (claim) => store.inWorkspace(ours, (tx) => takeSilence(tx, claim)),
    takeBudgetNotice: (id) => store.inWorkspace(id, takeBudgetNotice),
    log: silentLog,
  })
}

onBothEngines('the admins', (engine) => {
  test('F14: are told once of a channel that is suspended, however many messages wait for it', async () => {
    const { platform, store, worker } = await delivering(engine, {
      wanted: [...channels(1), { name: 'second', channel: { platform: 'slack', id: 'C0' } }],
    })
    const why = 'Invite me with /invite.'
    platform.always('C0', { answer: { kind: 'refused', scope: 'channel', code: 'x', why } })
    const { onSettled } = noticesOf(store, platform)
    await worker({ onSettled }).deliverDue(new AbortController().signal)
    await worker({ onSettled }).deliverDue(new AbortController().signal)
    expect(platform.told).toEqual([
      `${ours}: I cannot post in slack:C0 any more: ${why} Nothing is sent there for a day; ` +
        'after that the next digest tries again.',
    ])
  })

  test('are told of a message that is given up, with the reason', async () => {
    const { platform, store, worker } = await delivering(engine)
    const why = 'invalid_blocks'
    platform.always('C1', { answer: { kind: 'malformed', code: why, why } })
    const { onSettled } = noticesOf(store, platform)
    await worker({ onSettled }).deliverDue(new AbortController().signal)
    expect(platform.told).toHaveLength(1)
    expect(platform.told[0]).toContain('invalid_blocks')
  })

  test('are told once of a silence, and again after news came between', async () => {
    const { platform, store, clock } = await delivering(engine)
    const { onEmpty } = noticesOf(store, platform)
    async function days(count: number, messages: number) {
      for (let n = 0; n < count; n += 1) {
        await clock.advance(dayMs)
        for (const claim of await planAndClaim(store)) {
          const record = aRecord(claim, messages)
          await store.inWorkspace(ours, (tx) => recordDigest(tx, claim, record))
          if (messages === 0) await onEmpty(claim)
        }
      }
    }
    await days(4, 0)
    expect(platform.told).toEqual([])
    await days(3, 0)
    expect(platform.told).toHaveLength(1)
    expect(platform.told[0]).toContain('no news for 5 digests in a row. Its feeds brought nothing')
    await days(1, 1)
    await days(6, 0)
    expect(platform.told).toHaveLength(2)
  })

  test('are told once of each stage of the month’s budget, and anew in the next month', async () => {
    const { platform, store, clock } = await delivering(engine)
    const { onSpent } = noticesOf(store, platform)
    const tokens = { inputTokens: 1, outputTokens: 1 }
    const dollar = 1_000_000
    await store.inWorkspace(ours, (tx) =>
      writeBudget(tx, { monthlyMicroDollars: 10 * dollar, softPercent: 80 }),
    )
    async function spend(dollars: number) {
      await clock.advance(dayMs)
      await store.inWorkspace(ours, (tx) => recordSpending(tx, undefined, tokens, dollars * dollar))
      for (const claim of await planAndClaim(store)) await onSpent(claim)
    }
    await spend(7)
    expect(platform.told).toEqual([])
    await spend(2)
    await spend(0)
    expect(platform.told).toHaveLength(1)
    expect(platform.told[0]).toContain('has cost $9.00 of this month’s $10.00')
    await spend(2)
    await spend(1)
    expect(platform.told).toHaveLength(2)
    expect(platform.told[1]).toContain('This month’s $10.00 for the language model are used up')
    await clock.advance(32 * dayMs)
    await spend(8)
    expect(platform.told).toHaveLength(3)
  })
})
