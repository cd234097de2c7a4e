import type { Settings } from '../../config/settings.ts'
import type { Wishes } from '../../domain/wishes.ts'
import type { Clock } from '../../support/clock.ts'
import { createOwnServerClient } from '../own-server-client.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

/** A digest is on time within two minutes; a clock that is this far off takes a good part of them. */
const oddMs = 30_000
/** S18: requests of Slack's that are older or newer than this are refused. */
const brokenMs = 300_000
const maxBytes = 100_000

/** Compares our clock with the `Date` of one answer, of a server that Dateline speaks to anyway. */
export async function checkSkew(
  settings: Settings,
  wishes: Wishes | undefined,
  clock: Clock,
): Promise<Finding> {
  const asked = whomToAsk(settings, wishes)
  if (asked === undefined)
    return warning('Clock skew', 'There is no server to compare the clock with yet.')
  const { contact, proxyUrl } = settings
  const http = createOwnServerClient({ ...asked, contact, proxyUrl, connections: 1 }, clock)
  try {
    const before = clock.now().getTime()
    const outcome = await http.get(asked.url, { maxBytes, deadlineMs: 5_000 })
    const after = clock.now().getTime()
    const date = 'headers' in outcome ? Date.parse(outcome.headers.date ?? '') : Number.NaN
    const { host } = new URL(asked.url)
    if (Number.isNaN(date)) return warning('Clock skew', `${host} did not tell its time.`)
    return judge(Math.round((before + after) / 2 - date), host)
  } finally {
    await http.close()
  }
}

function judge(skewMs: number, host: string): Finding {
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  const words = `The clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} ${host}`
  if (Math.abs(skewMs) < oddMs) return ok('Clock skew', `within ${seconds + 1} s of ${host}`)
  if (Math.abs(skewMs) < brokenMs) return warning('Clock skew', `${words}: run an NTP client.`)
  const harm = 'digests come at the wrong time, and Slack over HTTP is refused'
  return fault('Clock skew', `${words}: ${harm}. Run an NTP client.`)
}

/** The platform's own API where one is set up, as it costs no publisher a request; else the first feed's robots.txt. */
function whomToAsk({ slack, discord }: Settings, wishes: Wishes | undefined) {
  if (slack) {
    const base = slack.apiUrl ?? 'https://slack.com/api/'
    return { url: new URL('api.test', base).href, ownUrl: slack.apiUrl }
  }
  if (discord) {
    const base = discord.apiUrl ?? 'https://discord.com/api'
    return { url: `${base}/v10/gateway`, ownUrl: discord.apiUrl }
  }
  const feed = wishes?.feeds[0]
  return feed && { url: new URL('/robots.txt', feed.url).href, ownUrl: undefined }
}
