import { getDomain } from 'tldts'
import type { Clock } from '../clock.ts'

/** Waits for the turn of a request to this address, and gives back the function that ends the turn. */
export type Turn = (url: URL) => Promise<() => void>

export type PacingOptions = {
  readonly clock: Clock
  /** Between the starts and ends of two requests to one site. */
  readonly gapMs?: number
  readonly maxAtOnce?: number
}

/**
 * What belongs together when we must not press: the registrable domain, or the address where there is no name. All
 * sites of one hoster count as one, since it is the hoster that answers.
 */
export function siteOf(url: string): string {
  const host = URL.parse(url)?.hostname ?? url
  return getDomain(host) ?? host
}

/** One request at a time to a site, a pause after each, and no more than so many in all. First come, first served. */
export function createPacing({ clock, gapMs = 1000, maxAtOnce = 32 }: PacingOptions): Turn {
  const lines = new Map<string, Promise<void>>()
  const all = createGate(maxAtOnce)
  return async (url) => {
    const site = siteOf(url.href)
    const before = lines.get(site)
    const mine = Promise.withResolvers<void>()
    lines.set(site, mine.promise)
    await before
    await all.enter()
    return once(() => {
      all.leave()
      void clock.sleep(gapMs).then(() => {
        if (lines.get(site) === mine.promise) lines.delete(site)
        mine.resolve()
      })
    })
  }
}

function createGate(room: number) {
  const waiting: (() => void)[] = []
  let free = room
  return {
    async enter() {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    leave() {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}

function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}
