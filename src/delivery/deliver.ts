import type { PlatformName } from '../domain/channel.ts'
import type { Delivery, Verdict } from '../domain/delivery.ts'
import {
  afterLook,
  afterMalformed,
  afterPost,
  afterRelease,
  afterTooLate,
  isTooLate,
} from '../domain/delivery-machine.ts'
import type { ChannelNews } from '../domain/destination.ts'
import type {
  FindOutcome,
  OutgoingMessage,
  Platform,
  PostOutcome,
  RenderedMessage,
} from '../domain/platform.ts'
import type { Clock } from '../support/clock.ts'
import type { Log } from '../support/log.ts'
import type { Random } from '../support/random.ts'
import type { DeliveryRecords } from './records.ts'

/** What became of one try, for figures and for those who are to be told. */
export type DeliveryEvent = {
  readonly delivery: Delivery
  readonly verdict: Verdict
  /** The message was posted again although nobody could look whether it stood there already. */
  readonly isRisked: boolean
  /** What the platform has closed to us with this try; undefined when nothing. */
  readonly scope: 'channel' | 'workspace' | undefined
}

export type DeliveryTools = {
  readonly records: DeliveryRecords
  readonly platforms: ReadonlyMap<PlatformName, Pick<Platform, 'post' | 'find'>>
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** The message in a smaller form, when the platform does not take it as it is; undefined when there is none left. */
  smaller(delivery: Delivery): Promise<RenderedMessage | undefined>
  /** Called after the verdict is stored. */
  onSettled(event: DeliveryEvent): Promise<void> | void
  /** Until when others surely leave us our claims, by the monotonic clock; for ever when absent. */
  aliveUntilMs?(): number
  /** The wait between two messages to one channel. */
  readonly spacingMs?: Partial<Readonly<Record<PlatformName, number>>>
  readonly limits?: Partial<DeliveryLimits>
}

type DeliveryLimits = {
  /** How many messages are on their way at once. */
  readonly atOnce: number
  readonly leaseMs: number
  /** No send begins with less of its lease left than a send may take. */
  readonly sendTimeoutMs: number
}

const usualLimits: DeliveryLimits = { atOnce: 20, leaseMs: 60_000, sendTimeoutMs: 10_000 }

/** When a platform asks everybody to wait, it waits at least this long. */
const shortestPlatformPauseMs = 60_000

/** A claimed delivery and until when, by the monotonic clock, it is surely ours. */
type Held = { readonly delivery: Delivery; readonly untilMs: number }

export type Deliverer = {
  /** Sends everything that is due, until nothing is or the signal fires; sends on their way are always seen through. */
  deliverDue(signal: AbortSignal): Promise<void>
}

export function createDeliverer(tools: DeliveryTools): Deliverer {
  const { records, clock, log } = tools
  const limits = { ...usualLimits, ...tools.limits }
  const pausedUntilMs = new Map<PlatformName, number>()

  async function deliverDue(signal: AbortSignal): Promise<void> {
    await giveUpTooLate()
    const underWay = new Set<Promise<void>>()
    while (!signal.aborted) {
      const claimed = await claim(limits.atOnce - underWay.size)
      for (const held of claimed) {
        const run = carryAll(held, signal).finally(() => underWay.delete(run))
        underWay.add(run)
      }
      if (underWay.size === 0) break
      if (claimed.length === 0 || underWay.size >= limits.atOnce) await Promise.race(underWay)
    }
    await Promise.all(underWay)
  }

  async function claim(limit: number): Promise<readonly Held[]> {
    const untilMs = clock.monotonicMs() + limits.leaseMs
    const platforms = [...tools.platforms.keys()].filter((name) => !isPaused(name))
    if (limit === 0 || platforms.length === 0 || isGivenUp()) return []
    const found = await records.claim({ platforms, limit, leaseMs: limits.leaseMs })
    return found.map((delivery) => ({ delivery, untilMs }))
  }

  /** One message after the other, as long as each leads to the next. */
  async function carryAll(first: Held, signal: AbortSignal): Promise<void> {
    try {
      let held: Held | undefined = first
      while (held) {
        const next: Held | undefined = await carry(held)
        held = next && (await mayGoOn(next, signal))
      }
    } catch (error) {
      // What was begun stays `sending`, and is looked for when its lease has ended.
      log.error('delivery failed', { deliveryId: first.delivery.id, error })
    }
  }

  async function mayGoOn(held: Held, signal: AbortSignal): Promise<Held | undefined> {
    await clock.sleep(tools.spacingMs?.[held.delivery.channel.platform] ?? 0, signal)
    if (!signal.aborted) return held
    await records.settle(held.delivery, afterRelease(held.delivery, clock.now()))
    return undefined
  }

  /** Posts or looks; gives the next message of the digest, leased, when this one is sent. */
  function carry(held: Held): Promise<Held | undefined> {
    return held.delivery.state === 'unknown' ? look(held) : post(held, false)
  }

  async function post(held: Held, isRepeat: boolean, isRisked = false): Promise<Held | undefined> {
    const { delivery } = held
    const { platform: name } = delivery.channel
    const platform = tools.platforms.get(name)
    if (!isRepeat && isTooLate(delivery, clock.now())) {
      return settle(delivery, afterTooLate(delivery, clock.now()))
    }
    if (platform === undefined || isPaused(name) || isNearlyOver(held)) {
      if (!isRepeat) await records.settle(delivery, afterRelease(delivery, clock.now()))
      return undefined
    }
    const outcome = await attempt(() => platform.post(toOutgoing(delivery)))
    if (outcome.kind === 'busy' && outcome.scope === 'platform') await pause(name, outcome)
    if (outcome.kind === 'malformed') {
      log.warn('message refused as malformed', { deliveryId: delivery.id, code: outcome.code })
      const smaller = await tools.smaller(delivery)
      return settle(delivery, afterMalformed(delivery, outcome.why, smaller, clock.now()))
    }
    const moment = { now: clock.now(), chance: tools.random.number(), isRepeat }
    const verdict = afterPost(delivery, outcome, moment)
    return settle(delivery, verdict, newsOf(outcome, verdict), isRisked)
  }

  async function look(held: Held): Promise<Held | undefined> {
    const { delivery } = held
    const platform = tools.platforms.get(delivery.channel.platform)
    const now = clock.now()
    const outcome: FindOutcome = platform
      ? await platform
          .find(toOutgoing(delivery), delivery.attemptStartedAt ?? now)
          .catch((error: unknown) => ({
            kind: 'failed',
            why: `Looking for it failed: ${wordsOf(error)}`,
            retryAfterMs: undefined,
          }))
      : { kind: 'failed', why: 'The platform is not started here.', retryAfterMs: undefined }
    const found = afterLook(delivery, outcome, { now: clock.now(), chance: tools.random.number() })
    log.info('looked for a message', { deliveryId: delivery.id, found: outcome.kind })
    switch (found.kind) {
      case 'settled':
        return settle(delivery, found.verdict)
      case 'repeat':
        return post(held, true)
      case 'post-anew': {
        // The new attempt is on record before its first byte leaves.
        const isOurs = await records.settle(delivery, found.verdict)
        const next = { ...delivery, ...found.verdict, message: delivery.message }
        return isOurs ? post({ ...held, delivery: next }, false, found.isRisked) : undefined
      }
    }
  }

  async function settle(
    delivery: Delivery,
    verdict: Verdict,
    news?: ChannelNews,
    isRisked = false,
  ): Promise<Held | undefined> {
    const untilMs = clock.monotonicMs() + limits.leaseMs
    const { deliveryId, part } = { deliveryId: delivery.id, part: delivery.part }
    if (verdict.state === 'sent') {
      const next = await records.settleSent(delivery, verdict, limits.leaseMs)
      log.info('message sent', { deliveryId, part, messageId: verdict.sentAs?.id })
      await tools.onSettled({ delivery, verdict, isRisked, scope: undefined })
      return next && { delivery: next, untilMs }
    }
    const isOurs = await records.settle(delivery, verdict, news)
    if (!isOurs) {
      log.warn('delivery belongs to another process', { deliveryId })
      return undefined
    }
    log.info('message not sent', { deliveryId, part, state: verdict.state, why: verdict.words })
    const scope = news?.kind === 'suspended' ? news.scope : undefined
    await tools.onSettled({ delivery, verdict, isRisked, scope })
    return undefined
  }

  async function attempt(post: () => Promise<PostOutcome>): Promise<PostOutcome> {
    const answered = new AbortController()
    const patienceMs = limits.sendTimeoutMs * 1.5
    const silence = clock
      .sleep(patienceMs, answered.signal)
      .then((): PostOutcome => ({ kind: 'unknown', why: 'The platform did not answer in time.' }))
    try {
      return await Promise.race([post(), silence])
    } catch (error) {
      return { kind: 'unknown', why: `Posting failed: ${wordsOf(error)}` }
    } finally {
      answered.abort()
    }
  }

  async function pause(name: PlatformName, { retryAfterMs }: { readonly retryAfterMs: number }) {
    const waitMs = Math.max(retryAfterMs, shortestPlatformPauseMs)
    pausedUntilMs.set(name, clock.monotonicMs() + waitMs)
    log.warn('platform asked everybody to wait', { platform: name, waitMs })
    await records.pausePlatform(name, new Date(clock.now().getTime() + waitMs))
  }

  function isPaused(name: PlatformName): boolean {
    return clock.monotonicMs() < (pausedUntilMs.get(name) ?? 0)
  }

  /** A process that was frozen has less lease left than it thinks by the wall clock of its last write, and may be given up. */
  function isNearlyOver({ untilMs }: Held): boolean {
    return clock.monotonicMs() > untilMs - limits.sendTimeoutMs || isGivenUp()
  }

  /** Whether others may take our claims over already. */
  function isGivenUp(): boolean {
    return clock.monotonicMs() >= (tools.aliveUntilMs?.() ?? Number.POSITIVE_INFINITY)
  }

  async function giveUpTooLate(): Promise<void> {
    for (const delivery of await records.findTooLate(100)) {
      await settle(delivery, afterTooLate(delivery, clock.now()))
    }
  }

  return { deliverDue }
}

/** What a try says about its channel; nothing when it says more about the whole platform. */
function newsOf(outcome: PostOutcome, verdict: Verdict): ChannelNews | undefined {
  switch (outcome.kind) {
    case 'busy':
      return outcome.scope === 'channel' ? { kind: 'busy', until: verdict.dueAt } : undefined
    case 'not-sent':
      return outcome.unreachable ? undefined : { kind: 'failure', why: outcome.why }
    case 'unknown':
      return { kind: 'failure', why: outcome.why }
    case 'refused':
      return { kind: 'suspended', scope: outcome.scope, words: outcome.why }
    default:
      return undefined
  }
}

function toOutgoing(delivery: Delivery): OutgoingMessage {
  const { id, workspaceId, channel, message, parent } = delivery
  return { deliveryId: id, workspaceId, channel, message, parent }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
