import type { Readiness } from '../web/health.ts'
import type { App } from './joined.ts'

/** Whether work can be done now: the database answers, and no platform has closed its door for good. */
export async function readinessOf({
  store,
  platforms,
}: {
  readonly store: App['store']
  readonly platforms: Pick<App['platforms'], 'faults'>
}): Promise<Readiness> {
  try {
    await store.shared(({ db }) => db.selectFrom('feeds').select('id').limit(1).execute())
    return { faults: platforms.faults() }
  } catch {
    return { faults: ['The database does not answer.', ...platforms.faults()] }
  }
}
