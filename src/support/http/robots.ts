import robotsParser from 'robots-parser'
import type { Clock } from '../clock.ts'
import type { HttpClient } from './http-client.ts'

/** Whether the site lets us read this page. */
export type Robots = (url: string) => Promise<boolean>

export type RobotsOptions = {
  readonly http: Pick<HttpClient, 'get'>
  readonly clock: Clock
  /** Our name in the rules, the first word of the User-Agent. */
  readonly token: string
}

type ParseRobots = (
  address: string,
  text: string,
) => { isAllowed(url: string, token: string): boolean | undefined }

// The package's types speak of a default export; what it exports is the function itself.
const parseRobots = robotsParser as unknown as ParseRobots

type Rules = { readonly allows: (url: string) => boolean; readonly untilMs: number }

/** RFC 9309 2.4: cached no longer than a day. */
const keptMs = 24 * 3_600_000
/** A site whose rules cannot be read is asked for them again sooner. */
const keptWhenUnreadMs = 3_600_000
const maxBytes = 512_000
const maxSites = 2_000

/**
 * RFC 9309: rules are read once a day for each origin; no rules (4xx) allow all, unreadable rules (5xx, no answer) allow
 * nothing.
 */
export function createRobots(options: RobotsOptions): Robots {
  const kept = new Map<string, Promise<Rules>>()
  const nowMs = () => options.clock.now().getTime()
  return async (url) => {
    const origin = URL.parse(url)?.origin
    if (origin === undefined) return false
    const known = await kept.get(origin)
    if (known && known.untilMs > nowMs()) return known.allows(url)
    const rules = readRules(origin, options)
    kept.delete(origin)
    kept.set(origin, rules)
    for (const oldest of kept.keys()) {
      if (kept.size <= maxSites) break
      kept.delete(oldest)
    }
    return (await rules).allows(url)
  }
}

async function readRules(origin: string, { http, clock, token }: RobotsOptions): Promise<Rules> {
  const address = `${origin}/robots.txt`
  const outcome = await http.get(address, { accept: 'text/plain, */*;q=0.5', maxBytes })
  const nowMs = clock.now().getTime()
  if (outcome.kind === 'ok') {
    const rules = parseRobots(address, new TextDecoder().decode(outcome.body))
    return { allows: (url) => rules.isAllowed(url, token) ?? true, untilMs: nowMs + keptMs }
  }
  const isAbsent = outcome.kind === 'bad-status' && outcome.status >= 400 && outcome.status < 500
  if (isAbsent) return { allows: () => true, untilMs: nowMs + keptMs }
  return { allows: () => false, untilMs: nowMs + keptWhenUnreadMs }
}
