import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a person may take between the install page and Slack's "Allow". */
export const stateSeconds = 600

/** A text that only we can have made, good for ten minutes; the browser keeps it as a cookie beside the link. */
export function writeState(secret: string, nonce: string, now: Date): string {
  const until = Math.floor(now.getTime() / 1000) + stateSeconds
  const body = `${nonce}.${until}`
  return `${body}.${sign(secret, body)}`
}

/** Whether we made it, for this browser, and not too long ago. */
export function isState(secret: string, state: string, cookie: string, now: Date): boolean {
  const [nonce = '', until = '', signature = ''] = state.split('.')
  const isOurs = isSame(signature, sign(secret, `${nonce}.${until}`))
  return isOurs && isSame(state, cookie) && Number(until) * 1000 > now.getTime()
}

function sign(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`install:${body}`).digest('base64url')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
