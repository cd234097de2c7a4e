import { domainToUnicode } from 'node:url'
import { getDomain } from 'tldts'

/** A link fit to be shown: where it leads stands beside it in words. */
export type ShownLink = {
  /** Absolute, http or https, without characters that markup could read. */
  readonly url: string
  /** The registrable domain, or the host where there is none; look-alike names as punycode. */
  readonly site: string
}

/** Longer addresses are no links to articles, and platforms refuse messages that carry them. */
const maxLinkLength = 2048

/** The link as readers may get it; undefined for anything but an ordinary web address. */
export function shownLink(address: string | undefined): ShownLink | undefined {
  if (address === undefined || address.length > maxLinkLength) return undefined
  if (/[\t\r\n]/.test(address) || !/^https?:\/\//i.test(address)) return undefined
  const url = URL.parse(address)
  if (!url || url.hostname === '' || url.username !== '' || url.password !== '') return undefined
  const href = url.href.replace(/[|<>\s"`\\]/g, encodeURIComponent)
  return href.length > maxLinkLength ? undefined : { url: href, site: siteOf(url.hostname) }
}

function siteOf(host: string): string {
  return readableName(getDomain(host) ?? host)
}

/**
 * A name in its own script where that deceives nobody: Latin letters alone, or one script under a top-level domain of
 * that script. Everything else stays punycode, so that `аpple.com` with a Cyrillic а shows what it is.
 */
function readableName(domain: string): string {
  if (!domain.includes('xn--')) return domain
  const name = domainToUnicode(domain)
  if (/^[\p{Script=Latin}\d.-]+$/u.test(name)) return name
  const ownScript = scriptOf(name.split('.').at(-1) ?? '')
  return ownScript?.test(name) ? name : domain
}

/** Scripts whose top-level domains exist and are read as a whole. */
const scripts = [
  /^[\p{Script=Cyrillic}\d.-]+$/u,
  /^[\p{Script=Greek}\d.-]+$/u,
  /^[\p{Script=Arabic}\p{M}\d.-]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\d.-]+$/u,
  /^[\p{Script=Hangul}\d.-]+$/u,
  /^[\p{Script=Devanagari}\d.-]+$/u,
]

function scriptOf(topLevel: string): RegExp | undefined {
  return /^[\d.-]*$/.test(topLevel) ? undefined : scripts.find((script) => script.test(topLevel))
}
