import { consoleWorkspace } from '../app/console.ts'
import { consolePage, signInFor } from '../app/console-page.ts'
import type { App } from '../app/joined.ts'
import { readinessOf } from '../app/readiness.ts'
import { readRoles } from '../app/roles.ts'
import { ticksOf } from '../app/ticks.ts'
import { createApp } from '../app.ts'
import { readEnvironment } from '../config/read-environment.ts'
import { readConfigFile } from '../config/read-file.ts'
import { toWishes } from '../config/to-wishes.ts'
import {
  correctPostedStories,
  deliverDueMessages,
  makeDueDigests,
  pollDueFeeds,
} from '../pipeline.ts'
import type { ConsolePayload } from '../platforms/console/console-platform.ts'
import { startScheduler } from '../scheduler.ts'
import { channelMessages } from '../store/messages/messages.ts'
import { systemClock } from '../support/clock.ts'
import { createLog } from '../support/log.ts'
import { systemRandom } from '../support/random.ts'
import { keepRecentLines, type RecentLines } from '../support/recent-lines.ts'
import { startSampleWire } from '../web/sample-wire.ts'
import { startWebServer, type WebServer } from '../web/web-server.ts'
import { demoClock } from './demo-clock.ts'
import { printDocument } from './print-digest.ts'
import { isSet, type Program, type Terminal } from './program.ts'
import { createProgress } from './progress.ts'
import { untilStopped } from './stop-signals.ts'
import { textFormatOf } from './text-format.ts'

const sampleFolder = 'config/sample'
const database = 'data/demo.db'

export const demo: Program = {
  usage: 'dateline demo [--open]',
  summary:
    'the whole journey once, on the sample wire, with the built-in summarizer; prints the digests',
  help: [
    'Four invented publishers are served on this machine and read over three days: polled, read, grouped, told',
    `short, posted. Everything is kept in ${database}, so that a second run posts nothing twice.`,
    '--open   then goes on with the fourth morning, and leaves the console page up',
  ],
  options: { open: { type: 'boolean' } },
  async run(given, terminal) {
    const clock = demoClock()
    const wire = await startSampleWire(sampleFolder, clock.now)
    const recent = keepRecentLines(onlyTrouble(terminal.stderr), clock.now)
    const app = await createApp({
      settings: readEnvironment({
        DATABASE_URL: `sqlite:${database}`,
        DATELINE_CONFIG: `${sampleFolder}/dateline.yaml`,
      }),
      clock,
      random: systemRandom,
      log: createLog('info', recent),
      console: { format: textFormatOf(terminal), write() {} },
      sample: { fixedAddresses: wire.fixedAddresses },
    })
    try {
      const before = await posted(app)
      await app.apply(toWishes(readConfigFile(`${sampleFolder}/dateline.yaml`)))
      await walk(app, clock, wire.editions.slice(0, -1), terminal)
      await printAll(app, before.length, terminal)
      if (isSet(given, 'open')) await keepOpen(app, clock, wire.editions.at(-1), recent, terminal)
      return 0
    } finally {
      await app.stop()
      await wire.stop()
    }
  },
}

type DemoClock = ReturnType<typeof demoClock>
type LineStream = Pick<Terminal['stderr'], 'write'>

/** The terminal is told of what goes wrong; everything else is for the page. */
function onlyTrouble(stream: LineStream): LineStream {
  return {
    write: (line: string) => !/"level":"(?:warn|error)"/.test(line) || stream.write(line),
  }
}

/** Each morning: read what stands on the web when the edition is out, then make and post what is due at eight. */
async function walk(
  app: App,
  clock: DemoClock,
  editions: readonly Date[],
  terminal: Terminal,
): Promise<void> {
  const progress = createProgress(terminal, systemClock.monotonicMs)
  const never = new AbortController().signal
  for (const [at, opensAt] of editions.entries()) {
    progress.step(at, editions.length, opensAt.toISOString().slice(0, 10))
    clock.set(new Date(opensAt.getTime() + readAfterMs))
    await pollDueFeeds(app.house, never)
    await makeDueDigests(app.house, never)
    clock.set(new Date(opensAt.getTime() + postAfterMs))
    await makeDueDigests(app.house, never)
    clock.set(new Date(opensAt.getTime() + postAfterMs + spreadMs))
    await deliverDueMessages(app.house, never)
    await correctPostedStories(app.house, never)
  }
  progress.end()
}

const minuteMs = 60_000
/** The editions open an hour before the digest is due. */
const readAfterMs = 30 * minuteMs
const postAfterMs = 60 * minuteMs
const spreadMs = minuteMs

async function posted(app: App) {
  const channel = { platform: 'console', id: 'main' } as const
  return app.store.inWorkspace(consoleWorkspace, (tx) => channelMessages(tx, channel, 100))
}

async function printAll(app: App, before: number, terminal: Terminal): Promise<void> {
  const messages = await posted(app)
  const documents = messages.map(({ payload }) => (payload as ConsolePayload).document)
  terminal.stdout.write(
    documents.map((document) => printDocument(document, 'text', terminal)).join('\n'),
  )
  const added = messages.length - before
  const words =
    added > 0
      ? `${added} messages of three mornings were posted to console:main; they are kept in ${database}.`
      : `Nothing was posted: all of it stands since an earlier run. Remove ${database} to begin anew.`
  terminal.stderr.write(`\n${words}\n`)
}

/** The console's page over the demonstration, whose last morning has begun and goes on, until somebody stops it. */
async function keepOpen(
  app: App,
  clock: DemoClock,
  opensAt: Date | undefined,
  recent: RecentLines,
  terminal: Terminal,
): Promise<void> {
  if (opensAt) clock.runFrom(new Date(opensAt.getTime() + readAfterMs))
  const scheduler = startScheduler(
    ticksOf(app.house, readRoles(undefined)),
    clock,
    createLog('info', recent),
  )
  await scheduler.firstLook
  const web = await openPage(app, recent, terminal)
  terminal.stderr.write(`The console page is at ${web.url} (Ctrl+C ends it).\n`)
  await untilStopped()
  await web.stop()
  await scheduler.stop()
}

async function openPage(app: App, recent: RecentLines, terminal: Terminal): Promise<WebServer> {
  const { desk } = await app.openDesks()
  const { http } = readEnvironment({ HTTP_PORT: terminal.env.HTTP_PORT })
  const signIn = signInFor(http, systemRandom.id)
  return startWebServer({
    ...http,
    health: { readiness: () => readinessOf(app), metrics: app.metrics.text },
    mounts: [consolePage(app, { desk, signIn, newId: systemRandom.id, recentLines: recent.lines })],
    log: createLog('info', recent),
  })
}
