import type { ExchangeRequest } from './exchange.ts'
import {
  type FetchOutcome,
  type Redirect,
  type RefusalReason,
  refusalSentences,
} from './outcome.ts'
import { parseUrl, type UrlGuard } from './url-guard.ts'

export type RedirectRules = {
  readonly maxHops: number
  readonly isEveryHopChecked: boolean
  readonly isDowngradeRefused: boolean
  readonly isAuthorizationDropped: boolean
}

/** One hop; when it has to be over is the sender's matter. */
export type HopRequest = Omit<ExchangeRequest, 'signal'>
type Request = Omit<HopRequest, 'url' | 'redirects'>

const redirectStatuses = new Set([301, 302, 303, 307, 308])

/** Asks the address and where it leads, one hop at a time, each hop judged as if it were the first. */
export async function followRedirects(
  address: string,
  request: Request,
  rules: RedirectRules & { readonly url: UrlGuard },
  send: (request: HopRequest) => Promise<FetchOutcome>,
): Promise<FetchOutcome> {
  const redirects: Redirect[] = []
  const refused = (why: RefusalReason): FetchOutcome => ({
    kind: 'refused',
    why,
    sentence: refusalSentences[why],
    redirects,
  })
  const first = rules.url(address)
  if (first.kind === 'refused') return refused(first.why)
  let url = first.url
  let headers = request.headers
  for (;;) {
    const outcome = await send({ ...request, headers, url, redirects: [...redirects] })
    if (outcome.kind !== 'bad-status' || !redirectStatuses.has(outcome.status)) return outcome
    const location = outcome.headers.location
    if (location === undefined) return outcome
    if (redirects.length >= rules.maxHops) return refused('too many redirects')
    const next = nextUrl(location, url, rules)
    if ('why' in next) return refused(next.why)
    redirects.push({ status: outcome.status, from: url.href, to: next.url.href })
    if (redirects.some(({ from }) => from === next.url.href)) return refused('redirect loop')
    if (rules.isDowngradeRefused && url.protocol === 'https:' && next.url.protocol === 'http:') {
      return refused('downgrade')
    }
    if (rules.isAuthorizationDropped && next.url.origin !== url.origin) {
      headers = withoutAuthorization(headers)
    }
    url = next.url
  }
}

function nextUrl(
  location: string,
  from: URL,
  rules: RedirectRules & { readonly url: UrlGuard },
): { readonly url: URL } | { readonly why: RefusalReason } {
  const target = URL.parse(location, from.href)?.href ?? ''
  const verdict = rules.url(target)
  if (verdict.kind === 'fine') return verdict
  if (rules.isEveryHopChecked) return verdict
  const unchecked = parseUrl(target)
  return unchecked ? { url: unchecked } : verdict
}

function withoutAuthorization(
  headers: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).filter(
      ([name]) => !['authorization', 'cookie', 'proxy-authorization'].includes(name.toLowerCase()),
    ),
  )
}
