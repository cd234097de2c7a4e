import type { KeepDays } from '../domain/retention.ts'
import type { Tick } from '../scheduler.ts'
import { keepWithinLimits } from '../store/retention/retention.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../support/clock.ts'
import type { Log } from '../support/log.ts'

/** The journey goes before: so long it has the database to itself between two steps. */
const pauseMs = 20

/** Lets go of what is past its limit, every ten minutes, so that there is never much of it. */
export function upkeepTick(store: Store, keep: KeepDays, clock: Clock, log: Log): Tick {
  return {
    name: 'upkeep',
    every: '17 */10 * * * *',
    deadlineMs: 9 * 60_000,
    async run(signal) {
      const gone = await keepWithinLimits(store, keep, signal, () => clock.sleep(pauseMs, signal))
      if (gone > 0) log.info('let go of what is past its limit', { rows: gone })
    },
  }
}
