import { nameOfDatabase } from '../../config/database-address.ts'
import type { DatabaseSettings } from '../../config/settings.ts'
import { UnusableError } from '../../domain/errors.ts'
import { openStore } from '../../store/open-store.ts'
import { type CopiedTable, copyAll } from '../../store/transfer/copy-all.ts'
import { markMoved, unmarkMoved } from '../../store/transfer/transfers.ts'
import type { OnStep } from './back-up.ts'
import { refuseRunning } from './running.ts'

/**
 * Moves everything to another, empty database and compares each table on both sides. A move that was broken off goes on
 * where it was. Afterwards no bot starts on the old one by mistake.
 */
export async function move(
  from: DatabaseSettings,
  to: DatabaseSettings,
  onStep: OnStep,
): Promise<readonly CopiedTable[]> {
  const names = { from: nameOfDatabase(from), to: nameOfDatabase(to) }
  if (names.from === names.to) throw new UnusableError('Both databases are the same one.')
  await using source = await openStore(from)
  await refuseRunning(source)
  await using target = await openStore(to, { transfer: true })
  await refuseRunning(target)
  const tables = await copyAll(source, target, { from: names.from, onStep })
  await source.everywhere((tx) => markMoved(tx, names.to))
  return tables
}

/** The old database is used again; false when it never was moved. */
export async function moveBack(database: DatabaseSettings): Promise<boolean> {
  await using store = await openStore(database, { transfer: true })
  return await store.everywhere(unmarkMoved)
}
