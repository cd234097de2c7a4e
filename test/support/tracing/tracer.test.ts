import { expect, test } from 'vitest'
import { createTracer, type Span } from '../../../src/support/tracing/tracer.ts'
import { movedClock } from '../moved-clock.ts'

function recorded() {
  const spans: Span[] = []
  const clock = movedClock('2026-03-01T08:00:00Z')
  let count = 0
  const trace = createTracer({
    ...clock,
    newId: (bytes) => String(++count).padStart(bytes * 2, '0'),
    keep: (span) => void spans.push(span),
  })
  return { spans, clock, trace }
}

test('work inside other work belongs to it, however many go on at once', async () => {
  const { spans, trace } = recorded()
  await Promise.all(
    ['one', 'two'].map((name) =>
      trace({ name }, async () => {
        await Promise.resolve()
        await trace({ name: `in ${name}` }, () => Promise.resolve())
      }),
    ),
  )
  for (const name of ['one', 'two']) {
    const outer = spans.find((span) => span.name === name)
    const inner = spans.find((span) => span.name === `in ${name}`)
    expect(inner).toMatchObject({ traceId: outer?.traceId, parentId: outer?.spanId })
    expect(outer?.parentId).toBeUndefined()
  }
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(2)
})

test('a frame in which nothing was done leaves no trace, one in which something was done does', async () => {
  const { spans, trace } = recorded()
  const frame = { name: 'tick poll', isFrame: true }
  await trace(frame, () => Promise.resolve())
  expect(spans).toEqual([])
  await trace(frame, () => trace({ name: 'poll feed' }, () => Promise.resolve()))
  expect(spans.map(({ name }) => name)).toEqual(['poll feed', 'tick poll'])
})

test('work that fails says why, and fails all the same', async () => {
  const { spans, trace } = recorded()
  const fault = new Error('The disk is full.')
  await expect(trace({ name: 'keep poll' }, () => Promise.reject(fault))).rejects.toBe(fault)
  expect(spans[0]).toMatchObject({ name: 'keep poll', fault: 'The disk is full.' })
})
