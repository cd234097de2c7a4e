import { createHmac, timingSafeEqual } from 'node:crypto'
import type { InboundRequest } from '../../../support/inbound.ts'
import type { Seen } from './seen.ts'

/** Requests may be this old, and this far in the future for clocks that differ. */
const toleranceSeconds = 300

/** A signature is good once within the time in which its timestamp is. */
const replayMs = 600_000

/**
 * Whether Slack sent it, now and for the first time. Bolt's own check lets requests of the future and replays through.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function isFromSlack(
  request: InboundRequest,
  secret: string,
  now: Date,
  seen: Seen,
): boolean {
  const timestamp = request.headers['x-slack-request-timestamp'] ?? ''
  const given = request.headers['x-slack-signature'] ?? ''
  if (!/^\d{1,12}$/.test(timestamp)) return false
  const ageSeconds = now.getTime() / 1000 - Number(timestamp)
  if (Math.abs(ageSeconds) > toleranceSeconds) return false
  const right = createHmac('sha256', secret)
    .update(`v0:${timestamp}:`)
    .update(request.body)
    .digest('hex')
  return isSame(`v0=${right}`, given) && seen.isNew(`signature ${given}`, replayMs)
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
