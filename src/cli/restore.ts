import { restore } from '../app/database/restore.ts'
import { nameOfDatabase } from '../config/database-address.ts'
import { readEnvironment } from '../config/read-environment.ts'
import { UsageError } from '../domain/errors.ts'
import { systemClock } from '../support/clock.ts'
import { isSet, type Program } from './program.ts'
import { createProgress } from './progress.ts'

export const restoreProgram: Program = {
  usage: 'dateline restore FILE [--overwrite] [--json]',
  summary: 'puts a backup in the place of the database, after checking it',
  help: [
    '--overwrite   a database that is there is put aside (SQLite) or emptied (PostgreSQL); without it nothing is touched',
    '--json        one JSON object: file, database, lookedFor, missed, keptAside',
    'The bot must be stopped. Nothing is posted twice: what was still to be sent is looked for in its channel first,',
    'and digests whose time has passed since the backup are left to the next one.',
  ],
  options: { overwrite: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const [file, ...more] = given.words
    if (file === undefined || more.length > 0) throw new UsageError('name the file of one backup.')
    const { database } = readEnvironment(terminal.env)
    const progress = createProgress(terminal, systemClock.monotonicMs)
    const how = { file, overwrite: isSet(given, 'overwrite'), now: systemClock.now() }
    const done = await restore(database, { ...how, onStep: progress.step }).finally(progress.end)
    const told = { file, database: nameOfDatabase(database), ...done }
    terminal.stdout.write(`${isSet(given, 'json') ? JSON.stringify(told) : wordsOf(told)}\n`)
    return 0
  },
}

function wordsOf(told: {
  readonly file: string
  readonly database: string
  readonly lookedFor: number
  readonly missed: number
  readonly keptAside: string | undefined
}): string {
  return [
    `${told.database} now holds ${told.file}, whole and checked`,
    ...(told.keptAside === undefined ? [] : [`what was there before: ${told.keptAside}`]),
    ...(told.lookedFor > 0
      ? [`${told.lookedFor} messages are looked for before they are sent`]
      : []),
    ...(told.missed > 0
      ? [`${told.missed} digests of the time since are left to the next one`]
      : []),
  ].join('\n')
}
