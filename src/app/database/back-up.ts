import { statSync } from 'node:fs'
import { nameOfDatabase } from '../../config/database-address.ts'
import type { DatabaseSettings } from '../../config/settings.ts'
import { openStore } from '../../store/open-store.ts'
import { backupFile, finishFile, removeDatabaseFiles } from '../../store/sqlite/backup-file.ts'
import { copyAll } from '../../store/transfer/copy-all.ts'

export type BackedUp = { readonly file: string; readonly bytes: number }

export type OnStep = (done: number, all: number, what: string) => void

/**
 * Writes the whole database into one SQLite file, whichever engine it is on, while bots go on writing to it. The file
 * holds one instant, and can be restored onto either engine.
 */
export async function backUp(
  database: DatabaseSettings,
  file: string,
  onStep: OnStep,
): Promise<BackedUp> {
  if (database.kind === 'sqlite') {
    await backupFile(database.path, file, (done, all) => onStep(done, all, 'pages'))
  } else {
    await backUpServer(database, file, onStep)
  }
  return { file, bytes: statSync(file).size }
}

async function backUpServer(
  database: DatabaseSettings,
  file: string,
  onStep: OnStep,
): Promise<void> {
  const part = `${file}.part`
  removeDatabaseFiles(part)
  try {
    await using source = await openStore(database, { beside: true, transfer: true })
    await using target = await openStore({ kind: 'sqlite', path: part }, { transfer: true })
    await copyAll(source, target, { from: nameOfDatabase(database), onStep })
    await target.close()
    finishFile(part, file)
  } finally {
    removeDatabaseFiles(part)
  }
}
