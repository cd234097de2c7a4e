import { siteOf } from '../../src/support/http/pacing.ts'
import type { EtiquetteRun } from './run.ts'
import { askedMs, hasPages, hourMs, minuteMs, type Site, type Visit } from './sites.ts'

/** Breaches of a rule, a sentence each. */
export type Judge = (run: EtiquetteRun) => readonly string[]

const dayMs = 24 * hourMs
/** A small number of feeds may all begin together. */
const fewestPerSecond = 100

const isFeedVisit = ({ path }: Visit) => path.includes('/feed/')
const entryVisits = (run: EtiquetteRun, site: Site) =>
  run.visits.filter(({ path, host }) => path === site.path && host === site.host)
const finalVisits = (run: EtiquetteRun, site: Site) =>
  run.visits
    .filter(({ path }) => path === site.path || path === `/moved${site.path}`)
    .filter(({ status }) => status !== 301 && status !== 302)

function gaps(
  visits: readonly Visit[],
): readonly { readonly before: Visit; readonly ms: number }[] {
  return visits.slice(1).flatMap((visit, at) => {
    const before = visits[at]
    return before ? [{ before, ms: visit.atMs - before.atMs }] : []
  })
}

const named = (site: Site, words: string) => `feed ${site.number} (${site.manner}): ${words}`

/** E1: both validators come back byte for byte, from the last answer that carried them. */
const validatorsVerbatim: Judge = (run) =>
  run.sites.flatMap((site) => {
    let etag: string | undefined
    let lastModified: string | undefined
    return finalVisits(run, site).flatMap((visit) => {
      const isRight =
        visit.headers['if-none-match'] === etag &&
        visit.headers['if-modified-since'] === lastModified
      const fault = isRight
        ? []
        : [
            named(
              site,
              `sent ${visit.headers['if-none-match']} and ${visit.headers['if-modified-since']} for ${etag} and ${lastModified}`,
            ),
          ]
      if (visit.status === 200) {
        etag = visit.etag
        lastModified = visit.lastModified
      }
      return fault
    })
  })

/** E2: one unconditional request for each feed that can answer conditional ones. */
const firstRequestOnly: Judge = (run) =>
  run.sites
    .filter(({ manner }) => manner !== 'no validators')
    .flatMap((site) => {
      const bare = finalVisits(run, site).filter(
        ({ headers }) => !headers['if-none-match'] && !headers['if-modified-since'],
      )
      return bare.length === 1 ? [] : [named(site, `${bare.length} unconditional requests`)]
    })

/** E3: never more often than the floor; no second holds more than its share. E11, E13: however many readers and starts. */
const floorKept: Judge = (run) => {
  const tooSoon = run.sites.flatMap((site) => {
    const floorMs = site.manner === 'no validators' ? hourMs : 15 * minuteMs
    return gaps(entryVisits(run, site))
      .filter(({ ms }) => ms < floorMs)
      .map(({ ms }) => named(site, `asked again after ${Math.round(ms / 1000)} s`))
  })
  const polls = run.visits.filter(isFeedVisit)
  const perSecond = Map.groupBy(polls, ({ atMs }) => Math.floor(atMs / 1000))
  const most = Math.max(...[...perSecond.values()].map(({ length }) => length))
  const share = Math.max(polls.length * 0.02, fewestPerSecond)
  return most <= share ? tooSoon : [...tooSoon, `${most} polls in one second, of ${polls.length}`]
}

/** E4: what the answer asks for is waited for. */
const hintsKept: Judge = (run) =>
  run.sites.flatMap((site) =>
    gaps(entryVisits(run, site))
      .filter(({ before, ms }) => before.status < 400 && ms < Math.min(askedMs(site.manner), dayMs))
      .map(({ ms }) => named(site, `asked again after ${Math.round(ms / minuteMs)} min`)),
  )

/** E5: Retry-After is waited for; by the whole site after 429, by the address after 503. */
const retryAfterKept: Judge = (run) =>
  run.visits
    .filter(({ retryAfterMs }) => retryAfterMs !== undefined)
    .flatMap((busy) => {
      const untilMs = busy.endMs + (busy.retryAfterMs ?? 0)
      return run.visits
        .filter(
          ({ host, path }) => host === busy.host && (busy.status === 429 || path === busy.path),
        )
        .filter(({ atMs }) => atMs > busy.endMs && atMs < untilMs)
        .map(({ host, path }) => `${host}${path} was asked before its time was over`)
    })

/** E6: one request at a time to a site, a second apart, and 32 in all. */
const sitesPaced: Judge = (run) => {
  const bySite = Map.groupBy(run.visits, ({ host }) => siteOf(`https://${host}/`))
  const crowded = [...bySite].flatMap(([site, visits]) =>
    visits.slice(1).flatMap((visit, at) => {
      const restMs = visit.atMs - (visits[at]?.endMs ?? 0)
      // After a start nobody remembers the second before it.
      return restMs >= 1000 || restMs < -dayMs ? [] : [`${site}: ${restMs} ms between two requests`]
    }),
  )
  return run.mostAtOnce <= 32 ? crowded : [...crowded, `${run.mostAtOnce} requests at once`]
}

/** E7: a redirect of the moment is never kept, a lasting one not before a day has passed. */
const redirectsNotKept: Judge = (run) =>
  run.sites
    .filter(({ manner }) => manner.startsWith('moved'))
    .flatMap((site) => {
      const entries = entryVisits(run, site)
      return run.visits
        .filter(({ path }) => path === `/moved${site.path}`)
        .filter(({ atMs }) => !entries.some((entry) => Math.abs(atMs - entry.endMs) < 5 * minuteMs))
        .filter(({ atMs }) => site.manner === 'moved for now' || atMs - run.startMs < dayMs)
        .map(() => named(site, 'went to the new address directly'))
    })

/** E8: a feed that is gone is asked no more; one that fails is asked less and less. */
const failuresBackOff: Judge = (run) =>
  run.sites.flatMap((site) => {
    const failed = entryVisits(run, site).filter(({ status }) => [410, 404, 403].includes(status))
    if (site.manner === 'gone' && failed.length > 1) return [named(site, 'was asked after 410')]
    const waits = gaps(failed).map(({ ms }) => ms)
    return waits
      .filter((ms, at) => at > 0 && ms < Math.min((waits[at - 1] ?? 0) * 1.6, dayMs * 0.9))
      .map((ms) =>
        named(site, `waited ${Math.round(ms / minuteMs)} min where it should wait longer`),
      )
  })

/** E9: says who asks; carries nothing that publishers object to. */
const headersPolite: Judge = ({ visits }) =>
  visits.flatMap(({ headers, path }) => {
    const faults = [
      /^Dateline\/\S+ \(\+https:\/\/\S+; \S+@\S+\)$/.test(headers['user-agent'] ?? '')
        ? ''
        : 'user-agent',
      headers.cookie === undefined && headers.referer === undefined ? '' : 'cookie or referer',
      /gzip/.test(headers['accept-encoding']?.toString() ?? '') &&
      /br/.test(headers['accept-encoding']?.toString() ?? '')
        ? ''
        : 'accept-encoding',
      path.includes('?') ? 'query' : '',
    ].filter((fault) => fault !== '')
    return faults.map((fault) => `${path}: ${fault}`)
  })

/** E10: what stood in a feed when it was added is no news. */
const noBacklog: Judge = ({ publishedMs, startMs }) => [
  ...publishedMs
    .filter((ms) => ms < startMs)
    .map((ms) => `an article of ${new Date(ms).toISOString()} became news`),
  ...(publishedMs.length > 0 ? [] : ['nothing became news at all']),
]

/** E12: a page is read once, and only where the site lets us; its rules are read once a day. */
const pagesAsked: Judge = (run) =>
  run.sites.filter(hasPages).flatMap((site) => {
    const here = run.visits.filter(({ host }) => host === site.host)
    const pages = Map.groupBy(
      here.filter(({ path }) => path.startsWith('/page/')),
      ({ path }) => path,
    )
    const twice = [...pages]
      .filter(([, visits]) => visits.length > 1)
      .map(([path]) => named(site, `${path} was read twice`))
    const isClosed =
      site.manner === 'pages forbidden' || site.manner === 'pages with rules that cannot be read'
    const intruded =
      isClosed && pages.size > 0 ? [named(site, 'pages were read against its rules')] : []
    const rules = here.filter(({ path }) => path === '/robots.txt').length
    const most =
      (site.manner === 'pages with rules that cannot be read'
        ? run.hours
        : Math.ceil(run.hours / 24)) + run.starts
    return [
      ...twice,
      ...intruded,
      ...(rules <= most ? [] : [named(site, `robots.txt was read ${rules} times`)]),
    ]
  })

export const judges: Readonly<Record<string, Judge>> = {
  E1: validatorsVerbatim,
  E2: firstRequestOnly,
  'E3, E11, E13': floorKept,
  E4: hintsKept,
  E5: retryAfterKept,
  E6: sitesPaced,
  E7: redirectsNotKept,
  E8: failuresBackOff,
  E9: headersPolite,
  E10: noBacklog,
  E12: pagesAsked,
}
