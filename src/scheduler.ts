import { schedule } from 'node-cron'
import type { Clock } from './support/clock.ts'
import type { Log } from './support/log.ts'

/** Work that is looked for again and again. A tick carries no schedule of its own: the database says what is due. */
export type Tick = {
  readonly name: string
  /** node-cron's six fields, seconds first, in UTC. */
  readonly every: string
  /** After this long the tick is told to stop, so that one that hangs does not block those after it. */
  readonly deadlineMs: number
  run(signal: AbortSignal): Promise<void>
}

export type Scheduler = {
  /** Resolves when every tick has looked once at what is due, however it ended. */
  readonly firstLook: Promise<unknown>
  /** Fires no more ticks, tells those under way to stop, and waits for them. */
  stop(): Promise<void>
}

/** Fires each tick at once and then in its rhythm; a tick never overlaps itself, and a fault in one ends only that one. */
export function startScheduler(ticks: readonly Tick[], clock: Clock, log: Log): Scheduler {
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  const fire = (tick: Tick) => {
    const run = runTick(tick, stopping.signal, clock, log).finally(() => underWay.delete(run))
    underWay.add(run)
    return run
  }
  const firstLooks = ticks.map(fire)
  const tasks = ticks.map((tick, at) => {
    let isFirst = true
    void firstLooks[at]?.then(() => {
      isFirst = false
    })
    const again = async () => {
      if (!isFirst && !stopping.signal.aborted) await fire(tick)
    }
    return schedule(tick.every, again, { timezone: 'UTC', noOverlap: true, name: tick.name })
  })

  return {
    firstLook: Promise.all(firstLooks),
    async stop() {
      stopping.abort()
      await Promise.all(tasks.map((task) => task.destroy()))
      await Promise.all(underWay)
    },
  }
}

async function runTick(tick: Tick, stopping: AbortSignal, clock: Clock, log: Log): Promise<void> {
  const startedMs = clock.monotonicMs()
  const ended = new AbortController()
  const signal = AbortSignal.any([stopping, ended.signal])
  const deadline = clock.sleep(tick.deadlineMs, ended.signal).then(() => ended.abort())
  try {
    await Promise.race([tick.run(signal), deadline])
  } catch (error) {
    log.error('tick failed', { tick: tick.name, error })
  } finally {
    ended.abort()
    log.debug('tick', { tick: tick.name, tookMs: Math.round(clock.monotonicMs() - startedMs) })
  }
}
