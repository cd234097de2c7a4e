import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DatabaseSettings } from '../../config/settings.ts'
import { UnusableError } from '../../domain/errors.ts'
import { openStore } from '../../store/open-store.ts'
import { checkBackup, moveFile } from '../../store/sqlite/backup-file.ts'
import { lockDatabase } from '../../store/sqlite/process-lock.ts'
import type { Store } from '../../store/store.ts'
import { type Settled, settleRestored } from '../../store/transfer/after-restore.ts'
import { clearAll, copyAll } from '../../store/transfer/copy-all.ts'
import { endCopy, unmarkMoved } from '../../store/transfer/transfers.ts'
import type { OnStep } from './back-up.ts'
import { refuseRunning } from './running.ts'

export type RestoreHow = {
  readonly file: string
  /** What is there already may go. */
  readonly overwrite: boolean
  readonly now: Date
  readonly onStep: OnStep
}

export type Restored = Settled & {
  /** Where the database that was there before is now. */
  readonly keptAside: string | undefined
}

/** Puts a backup in the place of the database, after its check; a bot that is at work on it is in the way. */
export async function restore(database: DatabaseSettings, how: RestoreHow): Promise<Restored> {
  checkBackup(how.file)
  return database.kind === 'sqlite' ? restoreFile(database.path, how) : restoreServer(database, how)
}

async function restoreFile(path: string, { file, overwrite, now }: RestoreHow): Promise<Restored> {
  mkdirSync(dirname(path), { recursive: true })
  const part = `${path}.part`
  copyFileSync(file, part)
  const lock = lockDatabase(path)
  let keptAside: string | undefined
  try {
    if (existsSync(path) && !overwrite) throw new UnusableError(isThere(path))
    keptAside = existsSync(path) ? putAside(path, now) : undefined
    moveFile(part, path)
  } finally {
    rmSync(part, { force: true })
    lock.release()
  }
  await using store = await openStore({ kind: 'sqlite', path }, { transfer: true })
  return { ...(await takeIntoUse(store)), keptAside }
}

async function restoreServer(database: DatabaseSettings, how: RestoreHow): Promise<Restored> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-restore-'))
  try {
    // The schema of a backup may be older: it is brought up to date in a copy, never in the backup.
    const path = join(folder, 'backup.db')
    copyFileSync(how.file, path)
    await using source = await openStore({ kind: 'sqlite', path }, { transfer: true })
    await using target = await openStore(database, { transfer: true })
    await refuseRunning(target)
    if (how.overwrite) await target.everywhere(clearAll)
    await copyAll(source, target, { from: how.file, onStep: how.onStep })
    return { ...(await takeIntoUse(target)), keptAside: undefined }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function takeIntoUse(store: Store): Promise<Settled> {
  return store.everywhere(async (tx) => {
    await endCopy(tx)
    await unmarkMoved(tx)
    return settleRestored(tx)
  })
}

function isThere(path: string): string {
  return (
    `There is a database at ${path} already. With --overwrite it is put aside, beside the new one; ` +
    'or set DATABASE_URL to another place.'
  )
}

function putAside(path: string, now: Date): string {
  const aside = `${path}.before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${aside}${end}`)
  }
  return aside
}
