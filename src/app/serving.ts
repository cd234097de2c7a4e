import { readConfigFile } from '../config/read-file.ts'
import type { Settings } from '../config/settings.ts'
import { toWishes } from '../config/to-wishes.ts'
import { startScheduler } from '../scheduler.ts'
import { replanSlots } from '../store/delivery/plan-slots.ts'
import type { Clock } from '../support/clock.ts'
import type { Log } from '../support/log.ts'
import type { Random } from '../support/random.ts'
import { startWebServer } from '../web/web-server.ts'
import { consolePage, signInFor } from './console-page.ts'
import type { App } from './joined.ts'
import { readinessOf } from './readiness.ts'
import { resumePolling } from './resume-polling.ts'
import type { Role } from './roles.ts'
import { tellOperators } from './tell-operators.ts'
import { ticksOf } from './ticks.ts'
import { watchConfiguration } from './watch-configuration.ts'

export type ServingOptions = {
  readonly settings: Settings
  readonly roles: ReadonlySet<Role>
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export type Serving = {
  /** Where the page, health and metrics are; undefined without the role `web`. */
  readonly url: string | undefined
  /** The link that signs a browser in, once; undefined where nobody needs to. */
  readonly signInUrl: string | undefined
  stop(): Promise<void>
}

/** The house at work: the configuration applied, platforms listening, the page open, ticks running. */
export async function startServing(app: App, options: ServingOptions): Promise<Serving> {
  const { settings, roles, clock, random, log } = options
  const wishes = toWishes(readConfigFile(settings.configFile))
  const signIn = signInFor(settings.http, random.id)
  const web = roles.has('web')
    ? await startWebServer({
        ...settings.http,
        health: { readiness: () => readinessOf(app.store), metrics: app.metrics.text },
        mounts: [...app.platforms.mounts, consolePage(app, signIn, random.id)],
        log,
      })
    : undefined
  const { changes, unseen } = await app.apply(wishes)
  log.info('configuration applied', { changes: changes.length, unseen })
  if (roles.has('commands')) await startPlatforms(app)
  await resumePolling(app.store, app.reading.poll.holds, app.reading.poll.random)
  const moved = await app.store.everywhere(replanSlots)
  if (moved > 0) log.info('slots moved by newer time-zone data', { slots: moved })
  const scheduler = startScheduler(ticksOf(app.house, roles), clock, log)
  const configuration = watchConfiguration({
    file: settings.configFile,
    log,
    apply: app.apply,
    onFault: (words) => tellOperators(app, words),
  })
  log.info('running', { roles: [...roles], url: web?.url })
  return {
    url: web?.url,
    signInUrl: web && signIn.path && `${web.url}${signIn.path}`,
    async stop() {
      configuration.stop()
      await scheduler.stop()
      await web?.stop()
    },
  }
}

/** Each platform listens, or the start fails with its word: a bot that is deaf on one side is not up. */
async function startPlatforms({ platforms, desk, platformDesk }: App): Promise<void> {
  await Promise.all(
    [...platforms.all.values()].map((platform) =>
      platform.start(platform.name === 'console' ? desk : platformDesk),
    ),
  )
}
