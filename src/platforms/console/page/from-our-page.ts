import type { InboundRequest } from '../../../support/inbound.ts'

/**
 * Whether a request that changes something comes from our own page: another site's page in the same browser could send it
 * too. Browsers say where a request comes from (Fetch Metadata, w3.org/TR/fetch-metadata; Origin, RFC 6454).
 */
export function isFromOurPage({ headers }: Pick<InboundRequest, 'headers'>): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  return origin !== undefined && host !== undefined && URL.parse(origin)?.host === host
}
