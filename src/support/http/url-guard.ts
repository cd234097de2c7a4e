import { parseAddress } from './address-guard.ts'
import type { RefusalReason } from './outcome.ts'

export type UrlVerdict =
  | { readonly kind: 'fine'; readonly url: URL }
  | { readonly kind: 'refused'; readonly why: RefusalReason }

export type UrlGuard = (text: string) => UrlVerdict

export type UrlRules = {
  readonly ports: readonly number[]
  /** Names that only a private network knows are let through to the check of their addresses. */
  readonly allowLocalNames: boolean
}

const maxUrlLength = 2048

/** Names of private networks (RFC 6761, RFC 6762, ICANN's `.internal`) and of networks that we do not speak. */
const localName = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)$/
const foreignName = /\.onion$/

/** What can be told from an address without resolving it. Literal addresses are judged where they are dialled. */
export function createUrlGuard({ ports, allowLocalNames }: UrlRules): UrlGuard {
  return (text) => {
    const url = parseUrl(text)
    if (!url) return refused('address')
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused('scheme')
    if (url.username !== '' || url.password !== '') return refused('credentials')
    if (!ports.includes(portOf(url))) return refused('port')
    if (foreignName.test(url.hostname)) return refused('name')
    if (isLocalName(url.hostname) && !allowLocalNames) return refused('name')
    return { kind: 'fine', url }
  }
}

/** With the trailing dot of the host and the fragment gone; undefined for what is no address or too long for one. */
export function parseUrl(text: string): URL | undefined {
  if (text.length > maxUrlLength || /[\t\r\n]/.test(text)) return undefined
  const url = URL.parse(text)
  if (!url || url.hostname === '') return undefined
  url.hostname = url.hostname.replace(/\.+$/, '')
  url.hash = ''
  return url.hostname === '' ? undefined : url
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}

function isLocalName(host: string): boolean {
  if (parseAddress(host)) return false
  return !host.includes('.') || localName.test(host)
}

function refused(why: RefusalReason): UrlVerdict {
  return { kind: 'refused', why }
}
