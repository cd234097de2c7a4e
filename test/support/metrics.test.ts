import { expect, test } from 'vitest'
import { createMetrics } from '../../src/support/metrics.ts'

test('counts with labels, and prints what Prometheus reads', async () => {
  const metrics = createMetrics()
  metrics.count('dateline_polls_total', { outcome: 'unchanged' })
  metrics.count('dateline_polls_total', { outcome: 'unchanged' }, 2)
  metrics.set('dateline_queue_depth', 4, { queue: 'slots' })
  metrics.observe('dateline_lateness_seconds', 7)
  const text = await metrics.text()
  expect(text).toContain('dateline_polls_total{outcome="unchanged"} 3')
  expect(text).toContain('dateline_queue_depth{queue="slots"} 4')
  expect(text).toContain('dateline_lateness_seconds_bucket{le="15"} 1')
  expect(text).toContain('dateline_nodejs_eventloop_lag_p99_seconds')
})

test('two houses in one process count apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()]
  one.count('dateline_articles_total', { kind: 'new' })
  expect(await other.text()).not.toContain('dateline_articles_total{kind="new"} 1')
})
