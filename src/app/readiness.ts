import type { Store } from '../store/store.ts'
import type { Readiness } from '../web/health.ts'

/** Whether work can be done now: the database answers. */
export async function readinessOf(store: Store): Promise<Readiness> {
  try {
    await store.shared(({ db }) => db.selectFrom('feeds').select('id').limit(1).execute())
    return { faults: [] }
  } catch {
    return { faults: ['The database does not answer.'] }
  }
}
