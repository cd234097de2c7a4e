import { beforeAll, describe, expect, test } from 'vitest'
import { judges } from './judge.ts'
import { type EtiquetteRun, runEtiquette } from './run.ts'
import { hourMs, type Manner, manners, minuteMs, type Visit } from './sites.ts'

let run: EtiquetteRun

// The long version, of 1,000 feeds over a day: `npm run campaign -- etiquette`.
beforeAll(async () => {
  run = await runEtiquette({ feeds: manners.length * 2, hours: 12, killedAt: [2, 2.05, 9] })
})

test.each(Object.keys(judges))('the log of half a day of polling breaks nothing of %s', (rule) => {
  expect(judges[rule]?.(run)).toEqual([])
})

test('there is something to judge: every kind of answer was given, and pages were read', () => {
  const statuses = new Set(run.visits.map(({ status }) => status))
  expect([...statuses].sort()).toEqual([200, 301, 302, 304, 403, 404, 410, 429, 503])
  expect(run.visits.filter(({ path }) => path.startsWith('/page/')).length).toBeGreaterThan(20)
})

describe('a judge sees', () => {
  const siteOf = (manner: Manner) => {
    const site = run.sites.find((each) => each.manner === manner)
    if (!site) throw new Error(`no site has the manner ${manner}`)
    return site
  }
  const visitsOf = (manner: Manner) =>
    run.visits.filter(({ path }) => path.endsWith(siteOf(manner).path))
  const last = (visits: readonly Visit[]): Visit => {
    const visit = visits.at(-1)
    if (!visit) throw new Error('there is no such visit')
    return visit
  }
  const with_ = (...more: readonly Visit[]): EtiquetteRun => ({
    ...run,
    visits: [...run.visits, ...more].sort((a, b) => a.atMs - b.atMs),
  })
  const again = (visit: Visit, afterMs: number, over: Partial<Visit> = {}): Visit => ({
    ...visit,
    atMs: visit.atMs + afterMs,
    endMs: visit.endMs + afterMs,
    ...over,
  })
  const bare = (visit: Visit) => {
    const { 'if-none-match': _tag, 'if-modified-since': _date, ...headers } = visit.headers
    return headers
  }

  test.each<[string, string, () => EtiquetteRun]>([
    [
      'E1',
      'a validator that was changed',
      () => {
        const visit = last(visitsOf('a weak tag'))
        return with_(
          again(visit, hourMs, { headers: { ...visit.headers, 'if-none-match': '"other"' } }),
        )
      },
    ],
    [
      'E2',
      'a second unconditional request',
      () => {
        const visit = last(visitsOf('both validators'))
        return with_(again(visit, hourMs, { headers: bare(visit) }))
      },
    ],
    [
      'E3, E11, E13',
      'a poll five minutes after another',
      () => with_(again(last(visitsOf('both validators')), 5 * minuteMs)),
    ],
    [
      'E4',
      'a poll before the answer was stale',
      () => with_(again(last(visitsOf('fresh for two hours')), hourMs)),
    ],
    [
      'E5',
      'a poll while the site asked to wait',
      () => with_(again(last(run.visits.filter(({ status }) => status === 429)), hourMs)),
    ],
    [
      'E6',
      'two requests to a site in one second',
      () => with_(again(last(visitsOf('crowded host')), 900)),
    ],
    [
      'E7',
      'a redirect that was kept',
      () =>
        with_(
          again(
            last(run.visits.filter(({ path }) => path === `/moved${siteOf('moved for now').path}`)),
            20 * minuteMs,
          ),
        ),
    ],
    ['E8', 'a poll of a feed that is gone', () => with_(again(last(visitsOf('gone')), 5 * hourMs))],
    [
      'E9',
      'a request that does not say who asks',
      () => with_(again(last(visitsOf('only a date')), hourMs, { headers: {} })),
    ],
    ['E10', 'an article from before', () => ({ ...run, publishedMs: [run.startMs - 1] })],
    [
      'E12',
      'a page that was read twice',
      () => with_(again(last(run.visits.filter(({ path }) => path.startsWith('/page/'))), hourMs)),
    ],
  ])('%s: %s', (rule, _what, seeded) => {
    expect(judges[rule]?.(seeded())).not.toEqual([])
  })
})
