import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { onBothEngines, type TestEngine } from '../store/on-both-engines.ts'
import type { Verdict } from './crash/judge.ts'
import type { CrashPlan } from './crash/plan.ts'
import { runCrash } from './crash/run-crash.ts'

/** A campaign in a hurry: time runs three times as fast, and on a slow machine there are fewer crashes. */
async function campaign(engine: TestEngine, changes: Partial<CrashPlan>): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-crash-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const isShared = engine.name === 'PostgreSQL'
  const { verdict } = await runCrash(
    {
      kills: 50,
      freezes: isShared ? 2 : 0,
      freezeMs: [12_000, 20_000],
      deliveries: 250,
      seed: 1,
      database: await engine.freshAddress(),
      workers: isShared ? 3 : 1,
      faultyPercent: 3,
      longestMs: 35_000,
      patienceMs: 300_000,
      speed: 3,
      without: undefined,
      folder,
      ...changes,
    },
    () => {},
  )
  return verdict
}

onBothEngines('up to fifty crashes', (engine) => {
  test('lose nothing, and let nothing be read twice where that can be known', async () => {
    const verdict = await campaign(engine, {})
    expect(verdict).toMatchObject({
      lost: [],
      wrongPlace: [],
      outOfOrder: [],
      discordTwice: [],
      openSlackTwice: [],
    })
    expect(verdict.visible).toBeGreaterThan(0)
    expect(verdict.blindSlackTwice.length).toBeLessThanOrEqual(50)
  }, 240_000)
})

onBothEngines('a safeguard taken out', (engine) => {
  const isShared = engine.name === 'PostgreSQL'
  const short = { kills: 0, freezes: 0, deliveries: 150, patienceMs: 240_000 } as const

  test.skipIf(isShared)(
    'is noticed: without the nonce, Discord shows messages twice',
    async () => {
      const verdict = await campaign(engine, { ...short, without: 'nonce', faultyPercent: 30 })
      expect(verdict.discordTwice).not.toEqual([])
    },
    240_000,
  )

  test.skipIf(isShared)(
    'is noticed: when the SDK tries again by itself, Slack shows messages twice',
    async () => {
      const verdict = await campaign(engine, {
        ...short,
        without: 'own-retries',
        faultyPercent: 30,
      })
      expect(verdict.openSlackTwice).not.toEqual([])
    },
    240_000,
  )

  // Not shown yet: freezes of 75 s under threefold time did not bring a second post on Slack with history.
  test.todo('is noticed: without the fence, a worker that was frozen has messages sent again')
})
