/** One guard of the way out, and the change to its source that takes it out. */
export type Mutation = {
  readonly guard: string
  /** Under `src/support/http/`. */
  readonly file: string
  /** Stands in the file once. */
  readonly from: string
  readonly to: string
  /** The tests of which one has to fail then. */
  readonly tests: readonly string[]
}

const mutation =
  (file: string, ...tests: readonly string[]) =>
  (guard: string, from: string, to: string): Mutation => ({ guard, file, from, to, tests })

const guards = 'test/support/http/guards.test.ts'
const addresses = 'test/support/http/url-guard.test.ts'
const exchanges = 'test/support/http/http-client.test.ts'

const address = mutation('address-guard.ts', addresses)
const dial = mutation('dial.ts', guards)
const dispatcher = mutation('dispatcher.ts', guards)
const redirect = mutation('follow-redirects.ts', guards, exchanges)
const client = mutation('http-client.ts', guards, exchanges)
const pacing = mutation('pacing.ts', 'test/support/http/pacing.test.ts')
const body = mutation('read-body.ts', guards, exchanges)
const robots = mutation(
  'robots.ts',
  'test/feeds/page/read-article-page.test.ts',
  'test/support/http/robots.test.ts',
)
const url = mutation('url-guard.ts', addresses, guards)

/** Every guard of `support/http`. */
export const mutations: readonly Mutation[] = [
  address('only public addresses', "address.range() === 'unicast' || ", 'true || '),
  address(
    'metadata services and link-local ranges, whatever is allowed',
    '!address || isIn(address, never)',
    '!address',
  ),
  address('allowed networks and no others', 'isIn(address, allowed)', 'allowed.length > 0'),
  address('mapped addresses are unmapped', 'ipaddr.process(bare)', 'ipaddr.parse(bare)'),
  address(
    'the address inside NAT64 decides',
    'isIn(address, [nat64]) ? innerAddress(address) : address',
    'address',
  ),
  dial(
    'literal addresses are judged',
    'parseAddress(target.hostname) && !guards.literal(target.hostname)',
    'false',
  ),
  dial(
    'every address of a name is judged',
    'addresses.every(guards.resolved)',
    'addresses.some(guards.resolved)',
  ),
  dial('addresses of a name are judged', '!addresses.every(guards.resolved)', 'false'),
  dial('the other end of the connection is judged', 'hasGoodPeer(socket, guards.peer)', 'true'),
  dispatcher('headers have a limit', 'guards.maxHeaderBytes', '1_000_000'),
  redirect(
    'every hop is judged',
    'if (rules.isEveryHopChecked) return verdict',
    'if (rules.isEveryHopChecked && false) return verdict',
  ),
  redirect('five hops', 'redirects.length >= rules.maxHops', 'redirects.length >= 20'),
  redirect('no loops', 'redirects.some(({ from }) => from === next.url.href)', 'false'),
  redirect('no way from https to http', 'rules.isDowngradeRefused &&', 'false &&'),
  redirect(
    'credentials stay with their origin',
    'rules.isAuthorizationDropped && next.url.origin !== url.origin',
    'false',
  ),
  client('a deadline for the whole', 'guards.isDeadlineKept ? deadlineMs : undefined', 'undefined'),
  client(
    'time runs on over redirects',
    'leftMs -= clock.monotonicMs() - startedMs',
    'leftMs -= 0 * startedMs',
  ),
  client(
    'the usual ports',
    'ports: ports ?? usualPorts',
    'ports: Array.from({ length: 65_536 }, (_, at) => at)',
  ),
  client(
    'private addresses behind a proxy',
    'parseAddress(hostname) !== undefined && !guards.dial.literal(hostname)',
    'parseAddress(hostname) === null',
  ),
  body(
    'bytes are counted as they come out of each layer',
    '[decoder, bounded(limits.maxBytes)]',
    '[decoder]',
  ),
  body('bytes are counted as they come in', 'bytes > maxBytes', 'bytes > maxBytes * 1e6'),
  body('two layers of packing', 'names.length > limits.maxEncodings', 'names.length > 99'),
  body(
    'no packing by another name',
    'Object.hasOwn(decoders, name) ? decoders[name] : undefined',
    '(decoders[name] ?? createGunzip)',
  ),
  url('http and https only', "url.protocol !== 'http:' && url.protocol !== 'https:'", 'false'),
  url('no credentials', "url.username !== '' || url.password !== ''", 'false'),
  url('ports', '!ports.includes(portOf(url))', 'false'),
  url('no onions', 'foreignName.test(url.hostname)', 'false'),
  url('no names of private networks', 'isLocalName(url.hostname) && !allowLocalNames', 'false'),
  url('the length of an address', 'text.length > maxUrlLength || ', ''),
  url('no line breaks', '|| /[\\t\\r\\n]/.test(text)', ''),
  url('no trailing dot', "url.hostname.replace(/\\.+$/, '')", 'url.hostname'),
  pacing('one request at a time to a site', 'await before\n', ''),
  pacing('a pause after each', 'clock.sleep(gapMs)', 'clock.sleep(0)'),
  pacing('subdomains are one site', 'getDomain(host) ?? host', 'host'),
  pacing(
    'a limit to all that is under way',
    'if (free > 0) free -= 1',
    'if (free > -1e9) free -= 1',
  ),
  robots('rules that cannot be read allow nothing', 'allows: () => false', 'allows: () => true'),
  robots('rules are obeyed', 'rules.isAllowed(url, token) ?? true', 'true'),
  robots('rules are asked for again after a day', 'known.untilMs > nowMs()', 'known.untilMs > 0'),
]
