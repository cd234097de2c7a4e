import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { UnusableError } from '../../domain/errors.ts'

const privateMode = 0o600
const pagesAtOnce = 1_000

/**
 * Copies an SQLite database into one file while another process writes to it: all of it as it stood at one instant. The
 * file takes its name only when it is whole.
 */
export async function backupFile(
  path: string,
  to: string,
  onStep: (done: number, all: number) => void,
): Promise<void> {
  const source = new Database(path, { fileMustExist: true })
  const part = `${to}.part`
  try {
    // An open read transaction holds the instant; without it every write of the bot would begin the backup anew.
    source.exec('begin')
    source.prepare('select count(*) from sqlite_schema').get()
    await source.backup(part, {
      progress({ totalPages, remainingPages }) {
        onStep(totalPages - remainingPages, totalPages)
        return pagesAtOnce
      },
    })
    source.exec('commit')
  } finally {
    source.close()
  }
  finishFile(part, to)
}

/** Makes of a database that was just written one file that needs no other beside it, checked, and gives it its name. */
export function finishFile(part: string, to: string): void {
  const copy = new Database(part)
  try {
    copy.pragma('journal_mode = DELETE')
    refuseDamaged(copy, part)
  } finally {
    copy.close()
  }
  chmodSync(part, privateMode)
  moveFile(part, to)
}

/** Puts a file into another's place so that a power cut leaves the one or the other. */
export function moveFile(from: string, to: string): void {
  syncPath(from)
  renameSync(from, to)
  syncPath(dirname(to))
}

/** A file and what SQLite keeps beside it. */
export function removeDatabaseFiles(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal', '.lock'])
    rmSync(`${path}${end}`, { force: true })
}

/** Checks that a file is a whole SQLite database with Dateline's tables in it. */
export function checkBackup(path: string): void {
  if (!existsSync(path)) throw new UnusableError(`There is no file ${path}.`)
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true })
    refuseDamaged(database, path)
    database.prepare('select version from schema_versions').all()
  } catch (cause) {
    if (cause instanceof UnusableError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UnusableError(`${path} is no backup of Dateline: ${why}.`, { cause })
  } finally {
    database?.close()
  }
}

function refuseDamaged(database: Database.Database, path: string): void {
  const found = database.pragma('integrity_check(3)') as { integrity_check: string }[]
  const faults = found.map((row) => row.integrity_check).filter((word) => word !== 'ok')
  if (faults.length > 0) throw new UnusableError(`${path} is damaged: ${faults.join('; ')}.`)
}

function syncPath(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
