import { expect, onTestFinished, test } from 'vitest'
import { consoleCaller } from '../../src/app/console.ts'
import { startTracing } from '../../src/app/tracing.ts'
import { systemClock } from '../../src/support/clock.ts'
import { silentLog } from '../../src/support/log.ts'
import { serve } from '../support/http/local-server.ts'
import { aNewsroom, sentBy } from './a-newsroom.ts'

type Pair = { readonly key: string; readonly value: Readonly<Record<string, unknown>> }
type WireSpan = {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly Pair[]
  readonly status: { readonly code?: number; readonly message?: string }
}
type Export = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Pair[] }
    readonly scopeSpans: readonly { readonly spans: readonly WireSpan[] }[]
  }[]
}

/** A collector that keeps what it is sent. */
async function aCollector(status = 200) {
  const requests: { path: string; type: string; sent: Export }[] = []
  const server = await serve((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      const type = request.headers['content-type'] ?? ''
      requests.push({ path: request.url ?? '', type, sent: JSON.parse(body) })
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
    })
  })
  onTestFinished(() => server[Symbol.asyncDispose]())
  const spans = () =>
    requests.flatMap(({ sent }) =>
      sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    )
  return { requests, spans, endpoint: `http://127.0.0.1:${server.port}` }
}

const fire = {
  guid: 'fire',
  title: 'Fire at cold store in the port',
  text: 'A fire at a cold store in the port injured 14 people on Monday night, the fire service said.',
  at: '2026-03-02T05:00:00Z',
}

test('a collector is sent the journey of an article, from poll to post, and each command', async () => {
  const collector = await aCollector()
  const newsroom = await aNewsroom({
    startAt: '2026-03-01T20:00:00Z',
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint },
  })
  await newsroom.work()
  newsroom.publish(fire)
  await newsroom.goTo('2026-03-02T07:30:00Z')
  await newsroom.work()
  await newsroom.goTo(sentBy('2026-03-02T08:00:00Z'))
  await newsroom.work()
  const { desk } = await newsroom.app.openDesks()
  await desk.run({ id: 'one', command: 'feeds list', options: {}, caller: consoleCaller })
  await newsroom.app.stop()

  expect(collector.requests[0]).toMatchObject({ path: '/v1/traces', type: 'application/json' })
  const names = new Set(collector.spans().map(({ name }) => name))
  for (const name of [
    'poll feed',
    'read pages',
    'keep poll',
    'read window',
    'record digest',
    'post message',
    'command feeds list',
  ])
    expect(names).toContain(name)
  for (const span of collector.spans()) {
    expect(span.traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(span.spanId).toMatch(/^[0-9a-f]{16}$/)
    expect(BigInt(span.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(span.startTimeUnixNano))
  }
  const [resource] = collector.requests[0]?.sent.resourceSpans ?? []
  expect(resource?.resource.attributes).toContainEqual({
    key: 'service.name',
    value: { stringValue: 'dateline' },
  })
})

test('what failed is marked as failed, without a secret in its words', async () => {
  const collector = await aCollector()
  const tracing = startTracing(
    collector.endpoint,
    { contact: undefined, proxyUrl: undefined },
    systemClock,
    silentLog,
  )
  const fault = new Error('Slack refused xoxb-123456-abcdef.')
  const run = () => Promise.reject(fault)
  await expect(tracing.trace({ name: 'post message' }, run)).rejects.toBe(fault)
  await tracing.stop()
  expect(collector.spans()[0]?.status).toEqual({ code: 2, message: 'Slack refused [secret].' })
})

test('a collector that takes nothing holds nothing up, and is told of once', async () => {
  const collector = await aCollector(503)
  const warnings: string[] = []
  const log = { ...silentLog, warn: (event: string) => void warnings.push(event) }
  const tracing = startTracing(
    collector.endpoint,
    { contact: undefined, proxyUrl: undefined },
    systemClock,
    log,
  )
  expect(await tracing.trace({ name: 'poll feed' }, () => Promise.resolve(3))).toBe(3)
  await tracing.stop()
  expect(warnings).toEqual(['traces not taken'])
})
