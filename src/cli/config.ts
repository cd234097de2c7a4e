import type { Applied } from '../app/apply-configuration.ts'
import { readEnvironment } from '../config/read-environment.ts'
import { readConfigFile } from '../config/read-file.ts'
import { toWishes } from '../config/to-wishes.ts'
import { changedFields } from '../domain/changed-fields.ts'
import { UsageError } from '../domain/errors.ts'
import type { Wishes } from '../domain/wishes.ts'
import { commandProgram, openApp } from './command-program.ts'
import type { Arguments, ExitCode, Program, Terminal } from './program.ts'

const command = commandProgram('config')
const usage = 'dateline config check [FILE] | diff [FILE] | export [--json]'

/** The configuration file beside what stands: the file is the operator's, so that two of the three are no commands for channels. */
export const config: Program = {
  ...command,
  usage,
  help: [
    'check    tells every mistake in the file with its line; exit code 1 when there is one',
    'diff     what applying the file would change; nothing is changed',
    "export   the file that recreates the console's feeds, digests and filters, on standard output",
    'FILE     default: DATELINE_CONFIG, or config/dateline.yaml',
    '--json   the answer as data',
  ],
  run(given, terminal) {
    const [verb, ...more] = given.words
    if (verb === 'check') return check(readRequest(more, terminal), terminal)
    if (verb === 'diff') return diff(readRequest(more, terminal), terminal)
    if (verb === undefined) throw new UsageError(`check, diff or export?\nusage: ${usage}`)
    return command.run(given, terminal)
  },
}

type Request = { readonly file: string; readonly isJson: boolean; readonly wishes: Wishes }

function readRequest(words: Arguments['words'], terminal: Terminal): Request {
  const isJson = words.includes('--json')
  const [named, ...more] = words.filter((word) => word !== '--json')
  if (more.length > 0 || named?.startsWith('-')) {
    throw new UsageError(`I do not know what to do with ${more[0] ?? named}.\nusage: ${usage}`)
  }
  const file = named ?? readEnvironment(terminal.env).configFile
  return { file, isJson, wishes: toWishes(readConfigFile(file)) }
}

function check({ file, isJson, wishes }: Request, { stdout }: Terminal): Promise<ExitCode> {
  const { feeds, digests, filters } = wishes
  const counts = { feeds: feeds.length, digests: digests.length, filters: filters.length }
  stdout.write(
    isJson
      ? `${JSON.stringify({ file, ...counts })}\n`
      : `${file} can be used. Feeds: ${counts.feeds}, digests: ${counts.digests}, filters: ${counts.filters}.\n`,
  )
  return Promise.resolve(0)
}

async function diff({ file, isJson, wishes }: Request, terminal: Terminal): Promise<ExitCode> {
  const app = await openApp(terminal)
  try {
    const plan = await app.plan(wishes)
    terminal.stdout.write(isJson ? `${JSON.stringify({ file, ...plan })}\n` : words(file, plan))
    return 0
  } finally {
    await app.stop()
  }
}

type Change = Applied['changes'][number]

function words(file: string, { changes, unseen }: Applied): string {
  const lines = changes.map(lineOf)
  const waiting = unseen.map(
    (name) => `? digest  ${name} · the bot does not see its channel; it waits until it does`,
  )
  const sum =
    changes.length === 0
      ? `What stands is what ${file} asks for.`
      : `${file} would change ${changes.length === 1 ? 'one thing' : `${changes.length} things`}. The bot applies it by itself.`
  return `${[...lines, ...waiting, sum].join('\n')}\n`
}

const signs = { added: '+', changed: '~', removed: '-' } as const

/** `~ digest  morning · stories: 7 → 5`. */
function lineOf({ what, change, name, before, after }: Change): string {
  const fields =
    change === 'changed'
      ? changedFields(before, after).map(
          (field) => `${field.name}: ${field.before} → ${field.after}`,
        )
      : []
  const isTakenOver = change === 'changed' && fields.length === 0
  const more = isTakenOver ? ['managed by the file from now on'] : fields
  return [`${signs[change]} ${what.padEnd(7)} ${name}`, more.join(', ')]
    .filter((part) => part !== '')
    .join(' · ')
}
