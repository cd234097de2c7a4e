/**
 * Loaded before a worker or a fake: the clock and the timers of the process run faster, all processes from one instant on.
 * `CRASH_SPEED` is the factor, `CRASH_EPOCH_MS` the instant.
 */
const by = Number(process.env.CRASH_SPEED)
const epochMs = Number(process.env.CRASH_EPOCH_MS)
const fromMs = performance.now()

const { now } = Date
const { performance: monotonic } = globalThis
const trueMonotonic = monotonic.now.bind(monotonic)
const fastNow = () => Math.floor(epochMs + (now() - epochMs) * by)

globalThis.Date = new Proxy(Date, {
  construct: (target, given) =>
    given.length === 0 ? new target(fastNow()) : Reflect.construct(target, given),
})
Date.now = fastNow
monotonic.now = () => fromMs + (trueMonotonic() - fromMs) * by

const { setTimeout: later, setInterval: again } = globalThis
globalThis.setTimeout = Object.assign(
  (run: () => void, ms = 0, ...rest: unknown[]) => later(run, ms / by, ...(rest as [])),
  later,
)
globalThis.setInterval = Object.assign(
  (run: () => void, ms = 0, ...rest: unknown[]) => again(run, ms / by, ...(rest as [])),
  again,
)

const abortAfter = AbortSignal.timeout.bind(AbortSignal)
AbortSignal.timeout = (ms) => abortAfter(Math.ceil(ms / by))
