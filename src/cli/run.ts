import { readRoles } from '../app/roles.ts'
import { startServing } from '../app/serving.ts'
import { createApp } from '../app.ts'
import { readEnvironment, secretsIn } from '../config/read-environment.ts'
import { systemClock } from '../support/clock.ts'
import { createLog } from '../support/log.ts'
import { systemRandom } from '../support/random.ts'
import { keepRecentLines } from '../support/recent-lines.ts'
import { createRedact } from '../support/redact.ts'
import { type Program, textOption } from './program.ts'
import { shrinkHeap } from './shrink-heap.ts'
import { untilStopped } from './stop-signals.ts'
import { textFormatOf } from './text-format.ts'

export const run: Program = {
  usage: 'dateline run [--roles poll,digest,deliver,commands,web]',
  summary: 'the bot: polls, makes digests when they are due, delivers them, answers commands',
  help: [
    '--roles LIST   what this process does; default: everything. Several processes need PostgreSQL.',
    'Stops at SIGTERM or SIGINT: takes no new work, sees sends through, and ends within ten seconds.',
  ],
  options: { roles: { type: 'string' } },
  async run(given, terminal) {
    const roles = readRoles(textOption(given, 'roles'))
    const settings = readEnvironment(terminal.env)
    const recent = keepRecentLines(terminal.stderr, systemClock.now)
    const log = createLog(settings.logLevel, recent, createRedact(secretsIn(terminal.env)))
    const app = await createApp({
      settings,
      clock: systemClock,
      random: systemRandom,
      log,
      processId: systemRandom.id(),
      console: {
        format: textFormatOf(terminal),
        write: (text) => void terminal.stdout.write(text),
      },
    })
    try {
      const serving = await startServing(app, {
        settings,
        roles,
        clock: systemClock,
        random: systemRandom,
        log,
        recentLines: recent.lines,
      })
      if (serving.signInUrl) terminal.stderr.write(`Sign in once: ${serving.signInUrl}\n`)
      shrinkHeap()
      const word = await untilStopped()
      log.info('stopping', { why: word.why })
      await serving.stop()
      return word.isFault ? 1 : 0
    } finally {
      await app.stop()
      log.info('stopped')
    }
  },
}
