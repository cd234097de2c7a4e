import { UnusableError } from '../../domain/errors.ts'
import { livingProcesses } from '../../store/processes/processes.ts'
import type { Store } from '../../store/store.ts'

/** Refuses to go on while a bot is at work on the database; on SQLite its lock has refused before. */
export async function refuseRunning(store: Store): Promise<void> {
  const hosts = await store.shared(livingProcesses)
  if (hosts.length === 0) return
  throw new UnusableError(
    `A bot is at work on this database (${[...new Set(hosts)].join(', ')}): stop it, wait 15 seconds, and try again.`,
  )
}
