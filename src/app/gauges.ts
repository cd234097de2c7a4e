import { readBacklog } from '../store/delivery/backlog.ts'
import type { Store } from '../store/store.ts'
import type { Metrics } from '../support/metrics.ts'

/**
 * The metrics as they are asked for: what only the database knows is looked up first. One that does not answer is told as
 * down, and everything else is told all the same.
 */
export async function metricsText(store: Store, metrics: Metrics): Promise<string> {
  try {
    await setGauges(store, metrics)
    metrics.set('dateline_database_up', 1)
  } catch {
    metrics.set('dateline_database_up', 0)
  }
  return metrics.text()
}

async function setGauges(store: Store, metrics: Metrics): Promise<void> {
  const { due, messages, suspended } = await store.everywhere(readBacklog)
  for (const [queue, depth] of Object.entries(due))
    metrics.set('dateline_queue_depth', depth, { queue })
  for (const [state, count] of Object.entries(messages))
    metrics.set('dateline_messages', count, { state })
  metrics.set('dateline_destinations_suspended', suspended)
}
