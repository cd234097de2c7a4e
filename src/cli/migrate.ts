import { nameOfDatabase } from '../config/database-address.ts'
import { readEnvironment } from '../config/read-environment.ts'
import { migrateDatabase, schemaOfDatabase } from '../store/open-store.ts'
import { isSet, type Program } from './program.ts'

export const migrateProgram: Program = {
  usage: 'dateline migrate [--check] [--json]',
  summary: "brings the database's schema up to date, as every start of the bot does",
  help: [
    '--check   changes nothing; exit code 1 when there is something to do',
    '--json    one JSON object: from, to',
    'On PostgreSQL bots of the version before go on beside the new schema; on SQLite the bot must be stopped.',
  ],
  options: { check: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const { database } = readEnvironment(terminal.env)
    const isCheck = isSet(given, 'check')
    const { from, to } = await (isCheck ? schemaOfDatabase : migrateDatabase)(database)
    const isNew = from < to
    const change = `schema version ${from} → ${to}${isCheck ? ' to be done' : ''}`
    const words = isNew ? change : `schema version ${to}, up to date`
    terminal.stdout.write(
      isSet(given, 'json')
        ? `${JSON.stringify({ from, to })}\n`
        : `${nameOfDatabase(database)}: ${words}\n`,
    )
    return isCheck && isNew ? 1 : 0
  },
}
