import type { Readiness } from '../web/health.ts'
import type { App } from './joined.ts'

type Parts = Pick<App, 'store' | 'heartbeat'> & {
  readonly house: Pick<App['house'], 'clock'>
  readonly platforms: Pick<App['platforms'], 'faults'>
}

/** Whether work can be done now: the database answers and takes writes, and no platform has closed its door for good. */
export async function readinessOf({
  store,
  heartbeat,
  house,
  platforms,
}: Parts): Promise<Readiness> {
  try {
    await store.shared(({ db }) => db.selectFrom('feeds').select('id').limit(1).execute())
  } catch {
    return { faults: ['The database does not answer.', ...platforms.faults()] }
  }
  // The sign of life is a write of every few seconds.
  const isWritable = heartbeat.aliveUntilMs() >= house.clock.monotonicMs()
  const faults = isWritable ? [] : ['The database takes no writes: look whether its disk is full.']
  return { faults: [...faults, ...platforms.faults()] }
}
