import { createAddressGuard, parseAddress } from './address-guard.ts'
import { usualPorts } from './http-client.ts'
import { refusalSentences } from './outcome.ts'
import { createUrlGuard } from './url-guard.ts'

/** Why an address would never be fetched, as a sentence, told without asking anybody; undefined for one that may be. */
export function refusalOf(url: string, allowNetworks: readonly string[] = []): string | undefined {
  const allowLocalNames = allowNetworks.length > 0
  const verdict = createUrlGuard({ ports: usualPorts, allowLocalNames })(url)
  if (verdict.kind === 'refused') return refusalSentences[verdict.why]
  const { hostname } = verdict.url
  const isLiteral = parseAddress(hostname) !== undefined
  const isAllowed = !isLiteral || createAddressGuard(allowNetworks)(hostname)
  return isAllowed ? undefined : refusalSentences.network
}
