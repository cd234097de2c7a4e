import type { DatabaseSettings } from '../../config/settings.ts'
import { openStore } from '../../store/open-store.ts'
import { type Finding, faultOf, ok } from './finding.ts'

/** Opens the database as a start would, its schema brought up to date, and closes it again. */
export async function checkDatabase(database: DatabaseSettings): Promise<Finding> {
  try {
    await using store = await openStore(database)
    const where = database.kind === 'sqlite' ? ` in ${database.path}` : ''
    return ok('Database', `${store.engineName}${where}, opened and up to date`)
  } catch (error) {
    return faultOf('Database', error)
  }
}
