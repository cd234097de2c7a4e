import {
  createDeliverer,
  type DeliveryEvent,
  type DeliveryTools,
} from '../../src/delivery/deliver.ts'
import type { ChannelRef } from '../../src/domain/channel.ts'
import type { RenderedMessage } from '../../src/domain/platform.ts'
import { createDeliveryRecords } from '../../src/store/delivery/delivery-records.ts'
import { silentLog } from '../../src/support/log.ts'
import { recordAll, subscribe, type Wanted } from '../store/delivery/a-schedule.ts'
import type { TestEngine } from '../store/on-both-engines.ts'
import { movedClock } from '../support/moved-clock.ts'
import { scriptedPlatform } from './scripted-platform.ts'

const minuteMs = 60_000

/** A store with digests that are due now, a platform, and workers that deliver. */
export async function delivering(
  engine: TestEngine,
  rules: Parameters<typeof scriptedPlatform>[1] & {
    readonly messages?: number
    readonly wanted?: readonly Wanted[]
    readonly smaller?: (message: RenderedMessage) => RenderedMessage | undefined
  } = {},
) {
  const clock = movedClock('2026-03-01T07:59:00Z')
  const store = await engine.freshStore({ clock, leasesByHostClock: true })
  const platform = scriptedPlatform(clock, rules)
  const events: DeliveryEvent[] = []
  for (const wanted of rules.wanted ?? [{}]) await subscribe(store, wanted)
  await clock.advance(minuteMs)
  await recordAll(store, rules.messages ?? 1)

  const worker = (over: Partial<DeliveryTools> = {}) =>
    createDeliverer({
      records: createDeliveryRecords(store),
      platforms: new Map([
        ['slack', platform],
        ['discord', platform],
      ]),
      clock,
      random: { number: () => 0.5, id: () => 'id' },
      log: silentLog,
      smaller: ({ message }) => Promise.resolve(rules.smaller?.(message)),
      onSettled: (event) => void events.push(event),
      ...over,
    })
  const usual = worker()
  const deliver = () => usual.deliverDue(new AbortController().signal)

  /** Delivers every few seconds, as the ticks do, for so long. */
  async function passTime(ms: number, everyMs = 5_000) {
    for (let passedMs = 0; passedMs < ms; passedMs += everyMs) {
      await deliver()
      await clock.advance(everyMs)
    }
    await deliver()
  }

  async function states(): Promise<readonly string[]> {
    const rows = await store.everywhere(({ db }) =>
      db.selectFrom('deliveries').selectAll().orderBy('slot_id').orderBy('part').execute(),
    )
    return rows.map((row) => row.state)
  }

  async function words(): Promise<readonly string[]> {
    const rows = await store.everywhere(({ db }) =>
      db.selectFrom('deliveries').selectAll().orderBy('slot_id').orderBy('part').execute(),
    )
    return rows.map((row) => row.words)
  }

  return { clock, store, platform, events, worker, deliver, passTime, states, words }
}

export function channels(count: number): readonly { name: string; channel: ChannelRef }[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `digest ${n}`,
    channel: { platform: 'slack', id: `C${n}` },
  }))
}
