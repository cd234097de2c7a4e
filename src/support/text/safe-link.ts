import { getDomain } from 'tldts'

/** A link that may stand in a message, and the site that a reader is told it leads to. */
export type SafeLink = { readonly url: string; readonly site: string }

/** Longer addresses are attacks or accidents; Slack takes 3000 in a button, Discord 2048 in an embed. */
const longestUrl = 2000

/**
 * The address as it may be printed: http or https, absolute, with everything percent-encoded that a platform's markup
 * could take for its own. The site is the registrable domain, in punycode, so that a look-alike name shows.
 */
export function safeLink(address: string | undefined): SafeLink | undefined {
  if (address === undefined || address.length > longestUrl) return undefined
  if (!/^https?:\/\//i.test(address) || /[\u0000-\u0020\u007F]/.test(address)) return undefined
  const parsed = URL.parse(address)
  if (!parsed || parsed.username + parsed.password !== '') return undefined
  if (parsed.hostname === '' || parsed.hostname.startsWith('[')) return undefined
  const url = parsed.href.replace(/[|<>()[\]\\`*"]/g, encodeMark)
  return url.length > longestUrl
    ? undefined
    : { url, site: getDomain(parsed.hostname) ?? parsed.hostname }
}

function encodeMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
