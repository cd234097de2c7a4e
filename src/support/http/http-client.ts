import type { Dispatcher } from 'undici'
import type { Clock } from '../clock.ts'
import { createAddressGuard, parseAddress } from './address-guard.ts'
import type { DialGuards, FixedAddress, Resolve } from './dial.ts'
import { exchange } from './exchange.ts'
import { followRedirects, type HopRequest, type RedirectRules } from './follow-redirects.ts'
import type { FetchOutcome } from './outcome.ts'
import type { Turn } from './pacing.ts'
import { createUrlGuard, type UrlGuard } from './url-guard.ts'

export type HttpClientOptions = {
  readonly userAgent: string
  readonly clock: Clock
  /** Private networks that may be fetched from, as CIDRs. Link-local and metadata addresses stay refused. */
  readonly allowNetworks?: readonly string[] | undefined
  /** The operator's own proxy. Behind it names are resolved by the proxy, which then has to filter. */
  readonly proxyUrl?: string | undefined
  readonly ports?: readonly number[]
  /** To one origin at a time; two when absent. */
  readonly connectionsPerSite?: number
  readonly resolve?: Resolve
  /** Waited for before each request, redirects too; the waiting does not count against the deadline. */
  readonly turn?: Turn
  /** Given in code by a demonstration or a test; never from settings or users. */
  readonly fixedAddresses?: ReadonlyMap<string, FixedAddress>
}

export type RequestOptions = {
  readonly accept?: string | undefined
  /** `authorization` among them goes to the first origin only. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Of the body, unpacked. */
  readonly maxBytes: number
  /** For the whole, redirects and body included; 20 s when absent. */
  readonly deadlineMs?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** The one way out to addresses that did not come from the operator's own environment. */
export type HttpClient = {
  get(url: string, options: RequestOptions): Promise<FetchOutcome>
  /** Sends `body` as JSON; redirects are not followed. */
  postJson(url: string, body: unknown, options: RequestOptions): Promise<FetchOutcome>
  close(): Promise<void>
}

/** Everything that stands between a stranger's address and our network; each is taken out in turn by the tests. */
export type Guards = {
  readonly url: UrlGuard
  readonly dial: DialGuards
  readonly redirects: RedirectRules
  readonly maxEncodings: number
  readonly maxHeaderBytes: number
  readonly isDeadlineKept: boolean
  readonly isSizeKept: boolean
}

export const usualPorts = [80, 443, 8080, 8443]
const usualDeadlineMs = 20_000

/** The guards as they stand in the product. */
export function allGuards({ allowNetworks = [], ports }: Partial<HttpClientOptions>): Guards {
  const address = createAddressGuard(allowNetworks)
  return {
    url: createUrlGuard({
      ports: ports ?? usualPorts,
      allowLocalNames: allowNetworks.length > 0,
    }),
    dial: { literal: address, resolved: address, peer: address },
    redirects: {
      maxHops: 5,
      isEveryHopChecked: true,
      isDowngradeRefused: true,
      isAuthorizationDropped: true,
    },
    maxEncodings: 2,
    maxHeaderBytes: 16_384,
    isDeadlineKept: true,
    isSizeKept: true,
  }
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  return createGuardedClient(options, allGuards(options))
}

/** For the tests of the guards: a client with just these. */
export function createGuardedClient(options: HttpClientOptions, guards: Guards): HttpClient {
  const dispatcher = createLoader(options, guards)
  const url = options.proxyUrl === undefined ? guards.url : withoutLiterals(guards)
  const settings = { userAgent: options.userAgent, guards }
  const sender = (request: RequestOptions) => {
    const budget = createBudget(request.deadlineMs ?? usualDeadlineMs, options, guards)
    return (hop: HopRequest) =>
      budget(hop.url, request.signal, (signal) =>
        dispatcher.load().then((ready) => exchange(ready, settings, { ...hop, signal })),
      )
  }
  return {
    get: (address, request) =>
      followRedirects(address, request, { ...guards.redirects, url }, sender(request)),
    postJson: (address, body, request) =>
      followRedirects(
        address,
        { ...request, json: JSON.stringify(body) },
        { ...guards.redirects, url, maxHops: 0 },
        sender(request),
      ),
    close: dispatcher.destroy,
  }
}

/** The library that speaks HTTP is large, and loaded at the first request. */
function createLoader(options: HttpClientOptions, guards: Guards) {
  let loaded: Promise<Dispatcher> | undefined
  const load = async () => {
    const { createDispatcher } = await import('./dispatcher.ts')
    return createDispatcher(options, guards)
  }
  return {
    load: () => (loaded ??= load()),
    destroy: async () => (await loaded)?.destroy(),
  }
}

/** A proxy dials for us, unseen; private addresses that are written out can still be refused. */
function withoutLiterals(guards: Guards): UrlGuard {
  return (text) => {
    const verdict = guards.url(text)
    if (verdict.kind === 'refused') return verdict
    const { hostname } = verdict.url
    const isBad = parseAddress(hostname) !== undefined && !guards.dial.literal(hostname)
    return isBad ? { kind: 'refused', why: 'network' } : verdict
  }
}

type Ask = (signal: AbortSignal) => Promise<FetchOutcome>

/** Time for one document, however many hops it takes to reach it: the turns waited for are not counted. */
function createBudget(deadlineMs: number, { clock, turn }: HttpClientOptions, guards: Guards) {
  let leftMs = guards.isDeadlineKept ? deadlineMs : undefined
  return async (url: URL, signal: AbortSignal | undefined, ask: Ask): Promise<FetchOutcome> => {
    const endTurn = await turn?.(url)
    const startedMs = clock.monotonicMs()
    try {
      return await withDeadline(clock, leftMs, signal, ask)
    } finally {
      if (leftMs !== undefined) leftMs -= clock.monotonicMs() - startedMs
      endTurn?.()
    }
  }
}

/** Fires the signal when the time is over, whatever the request is busy with, and when the caller gives up. */
async function withDeadline(
  clock: Clock,
  deadlineMs: number | undefined,
  signal: AbortSignal | undefined,
  ask: Ask,
): Promise<FetchOutcome> {
  const done = new AbortController()
  const over = new AbortController()
  const giveUp = () => over.abort('aborted')
  if (signal?.aborted) giveUp()
  signal?.addEventListener('abort', giveUp, { once: true })
  if (deadlineMs !== undefined) {
    void clock.sleep(deadlineMs, done.signal).then(() => over.abort('timeout'))
  }
  try {
    return await ask(over.signal)
  } finally {
    done.abort('done')
    signal?.removeEventListener('abort', giveUp)
  }
}
