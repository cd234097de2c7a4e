/** Parameters that name a campaign or a click, never a document. */
const tracking =
  /^(?:utm_.*|at_[a-z_]+|ns_(?:campaign|mchannel|source|linkname|fee)|hsa_.*|fb_(?:action|source|ref).*|pk_(?:campaign|kwd|source|medium)|mtm_.*|wt[._](?:mc|zmc)[a-z_.]*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|oly_(?:enc|anon)_id|vero_id|wickedid|cmpid|cmp|cid_source|icid|intcid|ncid|xtor|smid|smtyp|ftag|partner_rss|rss_id|feedname|feedtype|__twitter_impression|guccounter|guce_referrer(?:_sig)?)$/i

/** Parameters that may name a document, but not when they name a channel of distribution. */
const origin =
  /^(?:ref|ref_src|referrer|source|src|from|via|medium|campaign|origin|ito|cm_ven|partner|output)$/i
const channel =
  /^(?:rss|atom|feed|newsletter|email|twitter|facebook|fb|social|share|googlenews|flipboard)/i

const trackingFragment = /^(?:xtor|utm_|at_|ref=|rss|cmpid|intcid|ns_)/i

/** The address as readers get it: without tracking parameters. Undefined stays undefined. */
export function withoutTracking(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  const kept = [...url.searchParams].filter(
    ([name, value]) => !tracking.test(name) && !(origin.test(name) && channel.test(value)),
  )
  if (kept.length < url.searchParams.size) url.search = new URLSearchParams(kept).toString()
  if (trackingFragment.test(url.hash.slice(1))) url.hash = ''
  return url.href
}

/**
 * What two addresses of one document have in common: the scheme, a leading `www.`, a closing slash, the order of
 * parameters and the place within the page make no other document.
 */
export function addressKey(address: string): string {
  const url = URL.parse(withoutTracking(address))
  if (!url) return address
  const host = url.host.replace(/^(?:www|m|amp)\./, '')
  const path = url.pathname.replace(/\/(?:index\.(?:html?|php))?$/, '')
  url.searchParams.sort()
  const place = /^#[!/]/.test(url.hash) ? url.hash : ''
  return `${host}${path}${url.search}${place}`
}
