import { expect, test } from 'vitest'
import { countingCalls, countingPolls, countingTick } from '../../src/app/counting.ts'
import { newPollState } from '../../src/domain/poll-state.ts'
import { createMetrics } from '../../src/support/metrics.ts'

const at = new Date('2026-03-01T08:00:00Z')
const state = { ...newPollState(at), fullAnswerBytes: 9_000 }
const failure = {
  fault: 'not-a-feed',
  sentence: 'The answer is not a feed that can be read.',
  streak: 1,
  sinceAt: at,
  faultSinceAt: at,
} as const

test('polls are counted by outcome: a 304 apart, and each failure by its fault', async () => {
  const metrics = createMetrics()
  const keep = countingPolls(async () => ({ kind: 'kept', added: 2, revised: 1 }), metrics)
  const claimed = { state } as Parameters<typeof keep>[0]['claimed']
  const unchanged = { kind: 'unchanged', movedTo: undefined } as const
  const outcomes = [
    { ...unchanged, state: { ...state, bytesSaved: 9_000 } },
    { ...unchanged, state },
    { kind: 'failed', sentence: failure.sentence, state: { ...state, failure } },
  ] as const
  for (const outcome of outcomes) await keep({ claimed, outcome, items: [] })
  const text = await metrics.text()
  expect(text).toContain('dateline_polls_total{outcome="not-modified"} 1')
  expect(text).toContain('dateline_polls_total{outcome="unchanged"} 1')
  expect(text).toContain('dateline_polls_total{outcome="failed"} 1')
  expect(text).toContain('dateline_poll_failures_total{fault="not-a-feed"} 1')
  expect(text).toContain('dateline_feed_bytes_saved_total 9000')
})

test("the language model's calls are counted by what came of them", async () => {
  const metrics = createMetrics()
  const busy = { kind: 'failed', why: 'busy', retryAfterMs: 5, cause: undefined } as const
  const ask = countingCalls(async () => busy, metrics)
  const call = { messages: [], schema: { name: 'x', schema: {} }, maxTokens: 1 }
  expect(await ask(call)).toBe(busy)
  expect(await metrics.text()).toContain('dateline_model_calls_total{outcome="busy"} 1')
})

test('a tick that fails is counted, and fails all the same', async () => {
  const metrics = createMetrics()
  const fault = new Error('The disk is full.')
  const run = () => Promise.reject(fault)
  const tick = countingTick({ name: 'poll', every: '* * * * * *', deadlineMs: 1, run }, metrics)
  await expect(tick.run(new AbortController().signal)).rejects.toBe(fault)
  expect(await metrics.text()).toContain('dateline_tick_failures_total{tick="poll"} 1')
})
