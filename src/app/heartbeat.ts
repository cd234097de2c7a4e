import { hostname } from 'node:os'
import { program } from '../config/program.ts'
import { silentMs } from '../store/delivery/leases.ts'
import { arrive, beat, leave } from '../store/processes/processes.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../support/clock.ts'
import type { Log } from '../support/log.ts'

/** The process's sign of life, by which others know that its claims stand. */
export type Heartbeat = {
  /** Puts the process on record and beats until `stop`; claims made before would not stand. */
  start(roles: Iterable<string>): Promise<void>
  /** By the monotonic clock: until when others surely take this process for living. */
  aliveUntilMs(): number
  /** Takes the process off the record: what it still holds is free at once. */
  stop(): Promise<void>
}

const beatEveryMs = 3_000

/** Without an id nothing is put on record, and claims stand until their leases end. */
export function createHeartbeat(
  store: Store,
  id: string | undefined,
  clock: Clock,
  log: Log,
): Heartbeat {
  const stopping = new AbortController()
  let aliveUntilMs = Number.POSITIVE_INFINITY
  let beating: Promise<void> | undefined

  async function giveSign(sign: () => Promise<unknown>): Promise<void> {
    const beganMs = clock.monotonicMs()
    await sign()
    aliveUntilMs = beganMs + silentMs
  }

  async function keepBeating(record: Parameters<typeof arrive>[1]): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(beatEveryMs, stopping.signal)
      if (stopping.signal.aborted) return
      try {
        await giveSign(() =>
          store.shared(async (tx) => (await beat(tx, record.id)) || arrive(tx, record)),
        )
      } catch (error) {
        log.warn('no sign of life could be written', { error })
      }
    }
  }

  return {
    async start(roles) {
      if (id === undefined) return
      const record = { id, roles: [...roles], version: program.version, host: hostname() }
      await giveSign(() => store.shared((tx) => arrive(tx, record)))
      beating = keepBeating(record)
    },
    aliveUntilMs: () => aliveUntilMs,
    async stop() {
      stopping.abort()
      if (beating === undefined || id === undefined) return
      await beating
      await store
        .shared((tx) => leave(tx, id))
        .catch((error: unknown) =>
          log.warn('the process could not be taken off the record', { error }),
        )
    },
  }
}
