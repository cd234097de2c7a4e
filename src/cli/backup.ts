import { existsSync } from 'node:fs'
import { backUp } from '../app/database/back-up.ts'
import { readEnvironment } from '../config/read-environment.ts'
import { UnusableError, UsageError } from '../domain/errors.ts'
import { systemClock } from '../support/clock.ts'
import { sizeWords } from './file-size.ts'
import { isSet, type Program } from './program.ts'
import { createProgress } from './progress.ts'

export const backup: Program = {
  usage: 'dateline backup [FILE] [--json]',
  summary: 'writes the whole database into one file, while the bot runs',
  help: [
    'FILE     default: dateline-<date and time>.backup in this folder; an existing file is never written over',
    '--json   one JSON object: file, bytes',
    'The file is an SQLite database of one instant, checked before it gets its name, whichever engine it comes',
    'from; "dateline restore FILE" puts it back onto either. It holds sealed tokens: keep DATELINE_SECRET_KEY elsewhere.',
  ],
  options: { json: { type: 'boolean' } },
  async run(given, terminal) {
    if (given.words.length > 1) throw new UsageError('name one file at most.')
    const { database } = readEnvironment(terminal.env)
    const file = given.words[0] ?? usualName(systemClock.now())
    if (existsSync(file)) throw new UnusableError(`There is a file ${file} already: name another.`)
    const progress = createProgress(terminal, systemClock.monotonicMs)
    const done = await backUp(database, file, progress.step).finally(progress.end)
    const words = isSet(given, 'json')
      ? JSON.stringify(done)
      : `${done.file}: ${sizeWords(done.bytes)}, whole and checked`
    terminal.stdout.write(`${words}\n`)
    return 0
  },
}

function usualName(now: Date): string {
  return `dateline-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.backup`
}
