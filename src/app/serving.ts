import { readConfigFile } from '../config/read-file.ts'
import type { Settings } from '../config/settings.ts'
import { toWishes } from '../config/to-wishes.ts'
import { startScheduler } from '../scheduler.ts'
import { replanSlots } from '../store/delivery/plan-slots.ts'
import type { Clock } from '../support/clock.ts'
import type { Log } from '../support/log.ts'
import type { Random } from '../support/random.ts'
import type { RecentLines } from '../support/recent-lines.ts'
import { countingTick } from './counting.ts'
import { metricsText } from './gauges.ts'
import type { App } from './joined.ts'
import { readinessOf } from './readiness.ts'
import { resumePolling } from './resume-polling.ts'
import type { Role } from './roles.ts'
import { tellOperators } from './tell-operators.ts'
import { ticksOf } from './ticks.ts'
import { tracedTick } from './traced.ts'
import { upkeepTick } from './upkeep.ts'
import { watchConfiguration } from './watch-configuration.ts'

export type ServingOptions = {
  readonly settings: Settings
  readonly roles: ReadonlySet<Role>
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** What was logged in the last hour, for the page. */
  readonly recentLines?: RecentLines['lines']
}

export type Serving = {
  /** Where the page, health and metrics are; undefined without the role `web`. */
  readonly url: string | undefined
  /** The link that signs a browser in, once; undefined where nobody needs to. */
  readonly signInUrl: string | undefined
  stop(): Promise<void>
}

/**
 * The house at work: the configuration applied, ticks running, the page open, platforms listening. The journey begins first;
 * pages and commands are loaded while it is under way. A start that fails half-way takes everything back.
 */
export async function startServing(app: App, options: ServingOptions): Promise<Serving> {
  const stops: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (const each of stops.splice(0)) await each()
  }
  try {
    await beginJourney(app, options, stops)
    await app.metrics.open()
    const page = options.roles.has('web') ? await openPage(app, options, stops) : undefined
    if (options.roles.has('commands')) await startPlatforms(app)
    options.log.info('running', { roles: [...options.roles], url: page?.url })
    return { url: page?.url, signInUrl: page?.signInUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Loading the pages would hold the first look up; a look that finds work does not hold the pages up for longer than this. */
const firstLookMs = 500

type Stops = (() => Promise<void> | void)[]

async function beginJourney(app: App, options: ServingOptions, stops: Stops): Promise<void> {
  const { settings, roles, clock, log } = options
  const { changes, unseen } = await app.apply(toWishes(readConfigFile(settings.configFile)))
  log.info('configuration applied', { changes: changes.length, unseen })
  await resumePolling(app.store, app.reading.poll.holds, app.reading.poll.random)
  const moved = await app.store.everywhere(replanSlots)
  if (moved > 0) log.info('slots moved by newer time-zone data', { slots: moved })
  const configuration = watchConfiguration({
    file: settings.configFile,
    log,
    apply: app.apply,
    onFault: (words) => tellOperators(app, words),
  })
  await app.heartbeat.start(roles)
  const upkeep = roles.has('poll') ? [upkeepTick(app.store, settings.keepDays, clock, log)] : []
  const ticks = [...ticksOf(app.house, roles), ...upkeep].map((tick) =>
    countingTick(tracedTick(tick, app.trace), app.metrics),
  )
  const scheduler = startScheduler(ticks, clock, log)
  stops.push(configuration.stop, scheduler.stop)
  await Promise.race([scheduler.firstLook, clock.sleep(firstLookMs)])
}

async function openPage(
  app: App,
  { settings, random, log, recentLines }: ServingOptions,
  stops: Stops,
) {
  const { startWebServer } = await import('../web/web-server.ts')
  const { consolePage, signInFor } = await import('./console-page.ts')
  const { desk } = await app.openDesks()
  const signIn = signInFor(settings.http, random.id)
  const web = await startWebServer({
    ...settings.http,
    health: {
      readiness: () => readinessOf(app),
      metrics: () => metricsText(app.store, app.metrics),
    },
    mounts: [
      ...app.platforms.mounts,
      consolePage(app, { desk, signIn, newId: random.id, ...(recentLines && { recentLines }) }),
    ],
    log,
  })
  stops.push(web.stop)
  return { url: web.url, signInUrl: signIn.path && `${web.url}${signIn.path}` }
}

/** Each platform listens, or the start fails with its word: a bot that is deaf on one side is not up. */
async function startPlatforms(app: App): Promise<void> {
  const { desk, platformDesk } = await app.openDesks()
  await Promise.all(
    [...app.platforms.all.values()].map((platform) =>
      platform.start(platform.name === 'console' ? desk : platformDesk),
    ),
  )
}
