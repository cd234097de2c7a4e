import { expect, test } from 'vitest'
import { digestId } from '../../../src/domain/ids.ts'
import { usualKeepDays } from '../../../src/domain/retention.ts'
import { keepWithinLimits } from '../../../src/store/retention/retention.ts'
import { spentThisMonth, writeBudget } from '../../../src/store/settings/budget.ts'
import { keepModelResult, readModelResult } from '../../../src/store/spending/model-results.ts'
import { budgetLeft, recordSpending } from '../../../src/store/spending/spending.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { ours, theirs } from '../sample.ts'

const start = '2026-03-31T23:00:00Z'
const dayMs = 24 * 60 * 60 * 1000
const morning = digestId('morning')

onBothEngines('spending', ({ freshStore }) => {
  async function storeAt() {
    const clock = movedClock(start)
    const store = await freshStore({ clock })
    const spend = (inputTokens: number, microDollars: number) =>
      store.inWorkspace(ours, (tx) =>
        recordSpending(tx, morning, { inputTokens, outputTokens: 10 }, microDollars),
      )
    const left = (dailyTokens?: number) =>
      store.inWorkspace(ours, (tx) => budgetLeft(tx, dailyTokens))
    return { clock, store, spend, left }
  }

  test('is added up by workspace, digest and day', async () => {
    const { store, spend } = await storeAt()
    await spend(100, 5)
    await spend(200, 6)
    await store.inWorkspace(ours, (tx) =>
      recordSpending(tx, undefined, { inputTokens: 1, outputTokens: 1 }, 1),
    )
    const rows = await store.everywhere(({ db }) =>
      db.selectFrom('spending').selectAll().orderBy('digest_id').execute(),
    )
    expect(
      rows.map(({ digest_id, day, calls, input_tokens }) => [digest_id, day, calls, input_tokens]),
    ).toEqual([
      ['', '2026-03-31', 1, 1],
      ['morning', '2026-03-31', 2, 300],
    ])
    expect(await store.inWorkspace(ours, spentThisMonth)).toMatchObject({
      calls: 3,
      microDollars: 12,
    })
    expect(await store.inWorkspace(theirs, spentThisMonth)).toMatchObject({ calls: 0 })
  })

  test('leaves little from the soft share of a budget on, nothing from its end on, and all of it next month', async () => {
    const { clock, store, spend, left } = await storeAt()
    expect(await left()).toBe('enough')
    const budget = { monthlyMicroDollars: 1000, softPercent: 80 }
    await store.inWorkspace(ours, (tx) => writeBudget(tx, budget))
    await spend(1, 799)
    expect(await left()).toBe('enough')
    await spend(1, 1)
    expect(await left()).toBe('little')
    await spend(1, 200)
    expect(await left()).toBe('nothing')
    await clock.advance(dayMs)
    expect(await left()).toBe('enough')
  })

  test('stops at the tokens of a day', async () => {
    const { clock, spend, left } = await storeAt()
    await spend(790, 0)
    expect(await left(1000)).toBe('little')
    await spend(190, 0)
    expect(await left(1000)).toBe('nothing')
    await clock.advance(dayMs)
    expect(await left(1000)).toBe('enough')
  })

  test('keeps what the model answered for the workspace that asked, until it is forgotten', async () => {
    const { clock, store } = await storeAt()
    const read = (workspace = ours) =>
      store.inWorkspace(workspace, (tx) => readModelResult(tx, 'key'))
    expect(await read()).toBeUndefined()
    await store.inWorkspace(ours, (tx) => keepModelResult(tx, 'key', { headline: 'old' }))
    await store.inWorkspace(ours, (tx) => keepModelResult(tx, 'key', { headline: 'new' }))
    expect(await read()).toEqual({ headline: 'new' })
    expect(await read(theirs)).toBeUndefined()
    await clock.advance(32 * dayMs)
    const never = new AbortController().signal
    expect(await keepWithinLimits(store, usualKeepDays, never)).toBe(1)
    expect(await read()).toBeUndefined()
  })
})
