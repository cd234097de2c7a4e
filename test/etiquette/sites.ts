import type { IncomingMessage, ServerResponse } from 'node:http'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

/** How a publisher's server behaves; each is there for a rule of polling etiquette. */
export const manners = [
  'both validators',
  'only a tag',
  'only a date',
  'a weak tag',
  'an unquoted tag',
  'a new tag each time',
  'no validators',
  'fresh for two hours',
  'expires in three hours',
  'ttl of four hours',
  'nonsense for hints',
  'busy host',
  'busy address',
  'moved for good',
  'moved for now',
  'gone',
  'not found',
  'forbidden',
  'pages to read',
  'pages forbidden',
  'pages with rules that cannot be read',
  'pages reserved',
  'crowded host',
] as const

export type Manner = (typeof manners)[number]

export type Site = {
  readonly number: number
  readonly manner: Manner
  readonly host: string
  readonly path: string
  /** Between two new items. */
  readonly everyMs: number
}

/** So many feeds, every manner among them; each has a host of its own but for the crowded and the busy ones. */
export function planSites(count: number): readonly Site[] {
  return Array.from({ length: count }, (_, number): Site => {
    const manner = manners[number % manners.length] ?? 'both validators'
    const group = Math.floor(number / manners.length)
    const shared = manner === 'crowded host' ? 50 : manner === 'busy host' ? 3 : 1
    const host = `${manner.replaceAll(' ', '-')}-${Math.floor(group / shared)}.example`
    const everyMs = [30 * minuteMs, 2 * hourMs, 6 * hourMs, 40 * hourMs][number % 4] ?? hourMs
    return { number, manner, host, path: `/feed/${number}.xml`, everyMs }
  })
}

/** What the server saw and said: the only witness. */
export type Visit = {
  readonly atMs: number
  endMs: number
  readonly host: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  status: number
  etag: string | undefined
  lastModified: string | undefined
  retryAfterMs: number | undefined
}

/** The busy ones turn everybody away from the fifth hour to the seventh. */
const busyFromMs = 5 * hourMs
const busyToMs = 7 * hourMs
/** The feeds that go away do so after three hours. */
const goneFromMs = 3 * hourMs

type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What a site answers at this time after the beginning of the run. */
export function answerOf(site: Site, sinceMs: number, startMs: number, visit: Visit): Answer {
  const { manner } = site
  const isBusy = sinceMs >= busyFromMs && sinceMs < busyToMs
  if (isBusy && manner === 'busy host') return { status: 429, headers: { 'retry-after': '7200' } }
  if (isBusy && manner === 'busy address')
    return { status: 503, headers: { 'retry-after': '5400' } }
  if (manner === 'moved for good' || manner === 'moved for now') {
    if (!visit.path.includes('/moved')) {
      const status = manner === 'moved for good' ? 301 : 302
      return { status, headers: { location: `/moved${site.path}` } }
    }
  }
  if (sinceMs >= goneFromMs) {
    if (manner === 'gone') return { status: 410 }
    if (manner === 'not found') return { status: 404 }
    if (manner === 'forbidden') return { status: 403 }
  }
  return document(site, sinceMs, startMs, visit)
}

function document(site: Site, sinceMs: number, startMs: number, visit: Visit): Answer {
  const items = Math.floor(sinceMs / site.everyMs)
  const newestMs = startMs + items * site.everyMs
  const headers = {
    'content-type': 'application/rss+xml',
    ...validators(site, items, newestMs, sinceMs),
    ...hints(site, startMs + sinceMs),
  }
  const { etag, 'last-modified': lastModified } = headers as Record<string, string | undefined>
  const tag = visit.headers['if-none-match']
  const isSame =
    tag === undefined
      ? lastModified !== undefined && visit.headers['if-modified-since'] === lastModified
      : tag === etag
  return isSame
    ? { status: 304, headers }
    : { status: 200, headers, body: feedOf(site, items, startMs) }
}

function validators(
  { manner }: Site,
  items: number,
  newestMs: number,
  sinceMs: number,
): Record<string, string> {
  const lastModified = new Date(newestMs).toUTCString()
  switch (manner) {
    case 'no validators':
      return {}
    case 'only a tag':
      return { etag: `"${items}"` }
    case 'only a date':
      return { 'last-modified': lastModified }
    case 'a weak tag':
      return { etag: `W/"${items}"`, 'last-modified': lastModified }
    case 'an unquoted tag':
      return { etag: `${items}-x` }
    case 'a new tag each time':
      return { etag: `"${sinceMs}"`, 'last-modified': lastModified }
    default:
      return { etag: `"${items}"`, 'last-modified': lastModified }
  }
}

function hints({ manner }: Site, nowMs: number): Record<string, string> {
  switch (manner) {
    case 'fresh for two hours':
      return { 'cache-control': 'public, max-age=7200' }
    case 'expires in three hours':
      return {
        expires: new Date(nowMs + 3 * hourMs).toUTCString(),
        date: new Date(nowMs).toUTCString(),
      }
    case 'nonsense for hints':
      return { 'cache-control': 'max-age=-1', expires: '0' }
    default:
      return {}
  }
}

/** How long each manner asks to be left alone after an answer. */
export function askedMs(manner: Manner): number {
  switch (manner) {
    case 'fresh for two hours':
      return 2 * hourMs
    case 'expires in three hours':
      return 3 * hourMs
    case 'ttl of four hours':
      return 4 * hourMs
    default:
      return 0
  }
}

const words =
  'Harbour council ferry bridge engine night winter market school north south report vote'.split(
    ' ',
  )

/** Each item is told in a sentence that its page repeats. */
const sentence = (number: number, item: number) =>
  `Item ${item} of feed ${number}: ${words[(item + number) % words.length]} ${words[(item * 7 + number) % words.length]} in the town.`

function feedOf(site: Site, items: number, startMs: number): string {
  const shown = Array.from({ length: 10 }, (_, at) => items - at)
  const entries = shown.map((item) => {
    const text = sentence(site.number, item)
    return `<item><title>${text}</title><guid>${site.number}/${item}</guid><link>https://${site.host}/page/${site.number}/${item}</link><pubDate>${new Date(startMs + item * site.everyMs).toUTCString()}</pubDate><description>${hasPages(site) ? text : wholeText(text)}</description></item>`
  })
  const ttl =
    site.manner === 'ttl of four hours'
      ? '<ttl>240</ttl>'
      : site.manner === 'nonsense for hints'
        ? '<ttl>1e9x</ttl>'
        : ''
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${site.number}</title><link>https://${site.host}/</link>${ttl}${entries.join('')}</channel></rss>`
}

const wholeText = (text: string) => `${text} `.repeat(20)

export const hasPages = ({ manner }: Site) => manner.startsWith('pages')

/** The page of an article, or the rules of its site. */
export function pageOf(site: Site, path: string): Answer {
  if (path === '/robots.txt') {
    if (site.manner === 'pages with rules that cannot be read') return { status: 503 }
    if (site.manner === 'pages forbidden')
      return { status: 200, body: 'User-agent: dateline\nDisallow: /page/\n' }
    return { status: 404 }
  }
  const [, , number, item] = path.split('/').map(Number)
  const text = sentence(number ?? 0, item ?? 0)
  const reserved = site.manner === 'pages reserved' ? '<meta name="robots" content="noai">' : ''
  return {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<html><head>${reserved}</head><body><article><h1>${text}</h1><p>${wholeText(text)}</p></article></body></html>`,
  }
}

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.sendDate = false
  response.writeHead(status, headers).end(status === 304 ? undefined : body)
}
