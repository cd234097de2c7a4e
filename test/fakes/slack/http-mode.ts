import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import type { Json } from './method.ts'
import type { Ack, Envelope } from './socket-mode.ts'

/** Signs a body as Slack does: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signature(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

/** Sends an envelope to the app's request URL and reads its answer as the acknowledgement. */
export async function deliverOverHttp(
  url: string,
  secret: string,
  envelope: Envelope,
  ackMs: number,
): Promise<Ack> {
  const { type, body } = httpBody(envelope)
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature(secret, timestamp, body),
  }
  const sentAt = performance.now()
  const answer = await post(url, body, headers, ackMs).catch(() => undefined)
  if (!answer) return { kind: 'operation_timeout' }
  if (answer.status !== 200) return { kind: 'operation_timeout' }
  return { kind: 'acked', payload: readJson(answer.body), afterMs: performance.now() - sentAt }
}

function httpBody({ type, payload }: Envelope): { type: string; body: string } {
  const form = 'application/x-www-form-urlencoded'
  switch (type) {
    case 'slash_commands':
      return { type: form, body: new URLSearchParams(payload as Record<string, string>).toString() }
    case 'interactive':
      return {
        type: form,
        body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      }
    case 'events_api':
      return { type: 'application/json', body: JSON.stringify(payload) }
  }
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return {}
  }
}

/** One POST; `node:http` and not `fetch`, so that any header can be sent. */
function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, timeout: timeoutMs }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', reject)
    sent.end(body)
  })
}
