import type { SystemState } from '../../platforms/console/page/reads.ts'
import { readBacklog } from '../../store/delivery/backlog.ts'
import { suspendedDestinations } from '../../store/delivery/suspended-destinations.ts'
import type { Store } from '../../store/store.ts'
import type { RecentLines } from '../../support/recent-lines.ts'

/** What waits, what stands where, and what was logged in the last hour; over all workspaces. */
export async function readSystem(
  store: Store,
  recentLines: RecentLines['lines'],
): Promise<SystemState> {
  const { backlog, suspended } = await store.everywhere(async (tx) => ({
    backlog: await readBacklog(tx),
    suspended: await suspendedDestinations(tx),
  }))
  return {
    database: store.engineName,
    due: backlog.due,
    messages: backlog.messages,
    suspended,
    log: recentLines(),
  }
}
