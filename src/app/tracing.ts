import { randomBytes } from 'node:crypto'
import { program } from '../config/program.ts'
import type { Settings } from '../config/settings.ts'
import type { Clock } from '../support/clock.ts'
import type { Log } from '../support/log.ts'
import { toOtlp } from '../support/tracing/otlp.ts'
import { createTracer, type Span, type Tracer } from '../support/tracing/tracer.ts'
import { createOwnServerClient } from './own-server-client.ts'

export type Tracing = {
  readonly trace: Tracer
  /** Sends what is left, and stops. */
  stop(): Promise<void>
}

/** Sent so often, and no more of them kept for a receiver that does not answer: tracing never holds anything up. */
const everyMs = 5_000
const mostKept = 2_048
const maxAnswerBytes = 64_000

/** Traces to an OpenTelemetry collector over OTLP/HTTP with JSON: what cannot be sent is dropped. */
export function startTracing(
  endpoint: string,
  { contact, proxyUrl }: Pick<Settings, 'contact' | 'proxyUrl'>,
  clock: Clock,
  log: Log,
): Tracing {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`
  const http = createOwnServerClient({ ownUrl: url, contact, proxyUrl, connections: 1 }, clock)
  const resource = { 'service.name': 'dateline', 'service.version': program.version }
  const waiting: Span[] = []
  const stopping = new AbortController()
  let isHeard = true

  async function send(): Promise<void> {
    const spans = waiting.splice(0)
    if (spans.length === 0) return
    const outcome = await http.postJson(url, toOtlp(spans, resource), {
      maxBytes: maxAnswerBytes,
      deadlineMs: everyMs,
    })
    const wasHeard = isHeard
    isHeard = outcome.kind === 'ok'
    if (wasHeard && !isHeard)
      log.warn('traces not taken', { spans: spans.length, why: outcome.kind })
  }

  const sending = (async () => {
    while (!stopping.signal.aborted) {
      await clock.sleep(everyMs, stopping.signal)
      await send()
    }
  })()

  return {
    trace: createTracer({
      ...clock,
      newId: (bytes) => randomBytes(bytes).toString('hex'),
      keep: (span) => void (waiting.length < mostKept && waiting.push(span)),
    }),
    async stop() {
      stopping.abort()
      await sending
      await send()
      await http.close()
    },
  }
}
