import { move, moveBack } from '../app/database/move.ts'
import { nameOfDatabase, readDatabaseAddress } from '../config/database-address.ts'
import { readEnvironment } from '../config/read-environment.ts'
import type { DatabaseSettings } from '../config/settings.ts'
import { UsageError } from '../domain/errors.ts'
import type { CopiedTable } from '../store/transfer/copy-all.ts'
import { systemClock } from '../support/clock.ts'
import { type Arguments, isSet, type Program, textOption } from './program.ts'
import { createProgress } from './progress.ts'

export const moveProgram: Program = {
  usage: 'dateline move --to postgres://… | --back [--json]',
  summary: 'moves everything to another database, such as from SQLite to PostgreSQL',
  help: [
    '--to ADDRESS   an empty database: postgres://user@host/name, or sqlite:PATH',
    '--back         takes a database into use again that was moved away',
    '--json         one JSON object: from, to, tables with their rows and checksums',
    'The bot must be stopped. Each table is compared on both sides, row by row. A move that was broken off goes on',
    'where it was when the same command is given again. Then set DATABASE_URL to the new one and start.',
  ],
  options: { to: { type: 'string' }, back: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const { database } = readEnvironment(terminal.env)
    if (isSet(given, 'back')) {
      const isBack = await moveBack(database)
      const words = isBack ? 'is in use again' : 'was never moved away'
      terminal.stdout.write(`${nameOfDatabase(database)} ${words}\n`)
      return isBack ? 0 : 1
    }
    const target = targetOf(given)
    const progress = createProgress(terminal, systemClock.monotonicMs)
    const tables = await move(database, target, progress.step).finally(progress.end)
    const told = { from: nameOfDatabase(database), to: nameOfDatabase(target), tables }
    terminal.stdout.write(isSet(given, 'json') ? `${JSON.stringify(told)}\n` : wordsOf(told))
    return 0
  },
}

function targetOf(given: Arguments): DatabaseSettings {
  const written = textOption(given, 'to')
  const target = written === undefined ? undefined : readDatabaseAddress(written)
  if (target) return target
  throw new UsageError('say where to: --to postgres://user@host/name, or --to sqlite:PATH.')
}

function wordsOf(told: { from: string; to: string; tables: readonly CopiedTable[] }): string {
  const lines = told.tables
    .filter(({ rows }) => rows > 0)
    .map(
      ({ table, rows, checksum }) =>
        `${table.padEnd(20)} ${String(rows).padStart(9)} rows  ${checksum}`,
    )
  return `${lines.join('\n')}\n${told.from} is now in ${told.to}, the same on both sides. Set DATABASE_URL to it, and start.\n`
}
