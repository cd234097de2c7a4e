import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { InboundRequest } from '../../src/support/inbound.ts'
import { silentLog } from '../../src/support/log.ts'
import { startWebServer, type WebOptions } from '../../src/web/web-server.ts'

const healthy: WebOptions['health'] = {
  readiness: () => Promise.resolve({ faults: [] }),
  metrics: () => Promise.resolve('dateline_polls_total 3\n'),
}

async function listening(over: Partial<WebOptions> = {}): Promise<string> {
  const server = await startWebServer({
    host: '127.0.0.1',
    port: 0,
    health: healthy,
    mounts: [],
    log: silentLog,
    ...over,
  })
  onTestFinished(() => server.stop())
  return server.url
}

describe('the web server', () => {
  test('says that it lives, that it is ready, and its metrics', async () => {
    const url = await listening()
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n')
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('dateline_polls_total 3')
  })

  test('is not ready while the house has faults, and names them', async () => {
    const readiness = () => Promise.resolve({ faults: ['The database does not answer.'] })
    const reply = await fetch(`${await listening({ health: { ...healthy, readiness } })}/readyz`)
    expect(reply.status).toBe(503)
    expect(await reply.text()).toBe('The database does not answer.\n')
  })

  test('hands a mounted part the raw bytes, whatever they claim to be', async () => {
    const seen: InboundRequest[] = []
    const respond = (request: InboundRequest) => {
      seen.push(request)
      return Promise.resolve({ status: 202, body: 'taken' })
    }
    const url = await listening({ mounts: [{ path: '/slack', respond }] })
    const reply = await fetch(`${url}/slack/events?a=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"half":',
    })
    expect([reply.status, await reply.text()]).toEqual([202, 'taken'])
    expect(Buffer.from(seen[0]?.body ?? []).toString()).toBe('{"half":')
    expect(seen[0]?.url).toBe('/slack/events?a=1')
  })

  test('refuses a body of more than a megabyte unread', async () => {
    const respond = () => Promise.resolve({ status: 200 })
    const url = await listening({ mounts: [{ path: '/slack', respond }] })
    const reply = await fetch(`${url}/slack`, { method: 'POST', body: 'x'.repeat(1_100_000) })
    expect(reply.status).toBe(413)
  })

  test('tells a stranger nothing of a fault inside', async () => {
    const respond = () => Promise.reject(new Error('xoxb-secret in a path'))
    const url = await listening({ mounts: [{ path: '/slack', respond }] })
    const reply = await fetch(`${url}/slack`)
    expect([reply.status, await reply.text()]).toEqual([500, 'The request cannot be answered.\n'])
  })

  test('lets nothing from elsewhere run in its pages', async () => {
    const reply = await fetch(`${await listening()}/nowhere`)
    expect(reply.status).toBe(404)
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  test('says which port is taken and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    await expect(listening({ port })).rejects.toThrow(
      `Dateline cannot listen on 127.0.0.1:${port}: another program listens there. Choose another with HTTP_HOST and HTTP_PORT.`,
    )
  })
})
