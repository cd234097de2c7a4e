import { applyConfiguration, planConfiguration } from './app/apply-configuration.ts'
import { builtInBriefing } from './app/built-in-briefing.ts'
import { createHeartbeat } from './app/heartbeat.ts'
import { createHouse } from './app/house.ts'
import type { App, Desks } from './app/joined.ts'
import { createModel } from './app/model.ts'
import { createNotices } from './app/notices.ts'
import { createPlatforms, type PlatformParts, type Platforms } from './app/platforms.ts'
import { createReading, type Reading } from './app/reading.ts'
import { smallerMessage } from './app/smaller-message.ts'
import { tracedHouse, tracedPlatforms } from './app/traced.ts'
import type { Tracing } from './app/tracing.ts'
import type { Settings } from './config/settings.ts'
import { createDeliverer, type DeliveryEvent } from './delivery/deliver.ts'
import type { ChannelRef } from './domain/channel.ts'
import { knownItems } from './store/articles/sightings.ts'
import { createDeliveryRecords } from './store/delivery/delivery-records.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'
import type { Clock } from './support/clock.ts'
import type { HttpClientOptions } from './support/http/http-client.ts'
import type { Log } from './support/log.ts'
import { createMetrics, type Metrics } from './support/metrics.ts'
import type { Random } from './support/random.ts'
import { untraced } from './support/tracing/tracer.ts'

export type AppOptions = {
  readonly settings: Settings
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly console: PlatformParts['console']
  /** The name of a program that stays at work: its claims end when it shows no sign of life. */
  readonly processId?: string
  /** A demonstration's own hosts and pace; never from settings. */
  readonly sample?: { readonly fixedAddresses: HttpClientOptions['fixedAddresses'] }
}

/** Builds every concrete part and joins them; the only place that knows them all. */
export async function createApp(options: AppOptions): Promise<App> {
  const { settings, clock, random, log } = options
  const store = await openStore(settings.database, {
    clock,
    ...(options.processId !== undefined && { owner: options.processId }),
    onConnectionLost: (error) => log.warn('database connection lost', { error }),
  })
  const tracing = await tracingFor(options)
  const trace = tracing?.trace ?? untraced
  const heartbeat = createHeartbeat(store, options.processId, clock, log)
  const metrics = createMetrics()
  const reading = readingFor(store, options)
  const platforms = await createPlatforms({ ...options, store })
  const model =
    settings.languageModel &&
    (await createModel({ ...options, settings: settings.languageModel, store, metrics }))
  const notices = createNotices(store, platforms, log)
  const deliverer = createDeliverer({
    records: createDeliveryRecords(store),
    platforms: tracedPlatforms(platforms.all, trace),
    clock,
    random,
    log,
    smaller: (delivery) => smallerMessage(store, delivery, random.id),
    async onSettled(event) {
      countDelivery(event, metrics, clock.now())
      await notices.onSettled(event)
    },
    spacingMs: { slack: 1_000 },
    aliveUntilMs: heartbeat.aliveUntilMs,
  })
  const house = tracedHouse(
    createHouse({
      store,
      reading,
      briefing: { ...builtInBriefing, model: model?.summarizer },
      deliverer,
      notices,
      platforms: platforms.all,
      clock,
      random,
      log,
      metrics,
    }),
    trace,
  )
  let desks: Desks | undefined
  return {
    store,
    heartbeat,
    house,
    async openDesks() {
      // Commands are many files; the journey need not wait for them.
      const { createDesks } = await import('./app/commands/desks.ts')
      desks ??= createDesks({
        ...options,
        store,
        house,
        reading,
        platforms,
        metrics,
        trace,
        answerer: model?.answerer,
      })
      return desks
    },
    reading,
    platforms,
    metrics,
    trace,
    apply: (wishes) => applyConfiguration(store, wishes, (channel) => home(channel, platforms.all)),
    plan: (wishes) => planConfiguration(store, wishes, (channel) => home(channel, platforms.all)),
    async stop() {
      await Promise.all([...platforms.all.values()].map((platform) => platform.stop()))
      await reading.stop()
      await heartbeat.stop()
      await tracing?.stop()
      await store.close()
    },
  }
}

/** Only where traces are wanted is anything of theirs loaded. */
async function tracingFor({ settings, clock, log }: AppOptions): Promise<Tracing | undefined> {
  if (settings.otlpEndpoint === undefined) return undefined
  const { startTracing } = await import('./app/tracing.ts')
  return startTracing(settings.otlpEndpoint, settings, clock, log)
}

function readingFor(store: Store, { settings, clock, random, sample }: AppOptions): Reading {
  return createReading({
    clock,
    random,
    contact: settings.contact,
    aboutUrl: settings.http.publicUrl,
    allowNetworks: settings.allowNetworks,
    proxyUrl: settings.proxyUrl,
    knownItems: (feedId, identities) => store.shared((tx) => knownItems(tx, feedId, identities)),
    ...(sample && { fixedAddresses: sample.fixedAddresses, gapMs: 0 }),
  })
}

async function home(channel: ChannelRef, platforms: Platforms['all']) {
  return platforms.get(channel.platform)?.workspaceOf(channel)
}

function countDelivery(
  { delivery, verdict, isRisked }: DeliveryEvent,
  metrics: Metrics,
  now: Date,
): void {
  metrics.count('dateline_deliveries_total', { outcome: verdict.state })
  if (isRisked) metrics.count('dateline_duplicates_risked_total')
  if (verdict.state !== 'sent' || delivery.part > 0) return
  metrics.observe('dateline_lateness_seconds', (now.getTime() - delivery.dueAt.getTime()) / 1000)
}
