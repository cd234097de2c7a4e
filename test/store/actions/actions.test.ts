import { expect, test } from 'vitest'
import { actionId, digestId, personId } from '../../../src/domain/ids.ts'
import { findAction, saveActions, takeAction } from '../../../src/store/actions/actions.ts'
import { isNewArrival } from '../../../src/store/actions/arrivals.ts'
import { countUp } from '../../../src/store/actions/counters.ts'
import { readBudget, spentThisMonth, writeBudget } from '../../../src/store/settings/budget.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { ours, theirs } from '../sample.ts'

const kept = { id: actionId('a1'), command: 'feeds remove', options: { feed: 'f' } }

onBothEngines('what commands leave for later', ({ freshStore }) => {
  test('is found by its own workspace alone and can be used up once', async () => {
    const store = await freshStore()
    await store.inWorkspace(ours, (tx) => saveActions(tx, [kept]))
    expect(await store.inWorkspace(ours, (tx) => findAction(tx, kept.id))).toEqual(kept)
    expect(await store.inWorkspace(theirs, (tx) => findAction(tx, kept.id))).toBe(undefined)
    expect(await store.inWorkspace(theirs, (tx) => takeAction(tx, kept.id))).toBe(false)
    expect(await store.inWorkspace(ours, (tx) => takeAction(tx, kept.id))).toBe(true)
    expect(await store.inWorkspace(ours, (tx) => takeAction(tx, kept.id))).toBe(false)
  })

  test('is a request that is new once', async () => {
    const store = await freshStore()
    const arrive = () => store.inWorkspace(ours, (tx) => isNewArrival(tx, 'r1'))
    expect([await arrive(), await arrive()]).toEqual([true, false])
    expect(await store.inWorkspace(theirs, (tx) => isNewArrival(tx, 'r1'))).toBe(true)
  })

  test('is a count that begins again when its window is over', async () => {
    const clock = movedClock('2026-03-01T07:00:00Z')
    const store = await freshStore({ clock })
    const count = () =>
      store.inWorkspace(ours, (tx) => countUp(tx, `commands:${personId('U1')}`, 60_000))
    expect([await count(), await count(), await count()]).toEqual([1, 2, 3])
    await clock.advance(60_000)
    expect([await count(), await count()]).toEqual([1, 2])
  })

  test('is a budget, against what was spent this month', async () => {
    const clock = movedClock('2026-03-15T07:00:00Z')
    const store = await freshStore({ clock })
    const budget = { monthlyMicroDollars: 5_000_000, softPercent: 80 }
    await store.inWorkspace(ours, async (tx) => {
      expect(await readBudget(tx)).toEqual({ monthlyMicroDollars: undefined, softPercent: 80 })
      await writeBudget(tx, budget)
      const day = (day: string) => ({
        workspace_id: ours,
        digest_id: digestId('d'),
        day,
        calls: 1,
        input_tokens: 10,
        output_tokens: 5,
        micro_dollars: 700,
      })
      await tx.db
        .insertInto('spending')
        .values(['2026-02-28', '2026-03-01', '2026-03-15'].map(day))
        .execute()
    })
    expect(await store.inWorkspace(ours, readBudget)).toEqual(budget)
    const spent = { calls: 2, inputTokens: 20, outputTokens: 10, microDollars: 1400 }
    expect(await store.inWorkspace(ours, spentThisMonth)).toEqual(spent)
  })
})
