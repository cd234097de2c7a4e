import Database from 'better-sqlite3'
import { UnusableError } from '../../domain/errors.ts'

export type ProcessLock = { release(): void }

/**
 * Keeps every other process away from the database at `path`. The lock is the operating system's, held through the
 * file `<path>.lock`, so that it ends with this process however it ends.
 */
export function lockDatabase(path: string): ProcessLock {
  const lock = new Database(`${path}.lock`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw new UnusableError(
      `The database ${path} is in use by another Dateline process. SQLite serves one process: stop the other one, ` +
        'or move to PostgreSQL (dateline move --to postgres://…) to run several.',
      { cause: error },
    )
  }
  return { release: () => void lock.close() }
}
