import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAddressGuard, parseAddress } from '../../../src/support/http/address-guard.ts'
import { createUrlGuard } from '../../../src/support/http/url-guard.ts'

const guard = createUrlGuard({ ports: [80, 443, 8080, 8443], allowLocalNames: false })
const isPublic = createAddressGuard([])

/** Refused before or at the dialler: the two together are what stands in the way of an address. */
function isRefused(address: string): boolean {
  const verdict = guard(address)
  if (verdict.kind === 'refused') return true
  const { hostname } = verdict.url
  return parseAddress(hostname) !== undefined && !isPublic(hostname)
}

describe('B31, B32, B33: addresses of private networks', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://0/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://017700000001/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://LOCALHOST./',
    'http://printer.local/',
    'http://intranet/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fe80::1%25eth0]/',
    'http://[fd00:ec2::254]/',
    'http://[fc00::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://metadata.google.internal/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://198.18.0.1/',
  ])('%s is refused', (address) => {
    expect(isRefused(address)).toBe(true)
  })

  test('an IPv4 address inside NAT64 is judged for what it is', () => {
    expect(isPublic('64:ff9b::5db8:d822')).toBe(true)
    expect(isPublic('64:ff9b::a00:1')).toBe(false)
  })
})

describe('B38: addresses that are not fetched', () => {
  test.each([
    ['https://user:secret@publisher.example/feed', 'credentials'],
    ['http://a@b@publisher.example/', 'credentials'],
    ['http://publisher.example:22/', 'port'],
    ['http://publisher.example:25/', 'port'],
    ['http://publisher.example:6379/', 'port'],
    ['file:///etc/passwd', 'address'],
    ['gopher://publisher.example/', 'scheme'],
    ['javascript:alert(1)', 'address'],
    ['http://publisher.example/a\tb', 'address'],
    ['http://publisher.example/a\r\nHost: b', 'address'],
    ['http://abcdefghij.onion/', 'name'],
    [`http://publisher.example/${'a'.repeat(2100)}`, 'address'],
    ['not an address', 'address'],
  ])('%s is refused', (address, why) => {
    expect(guard(address)).toEqual({ kind: 'refused', why })
  })

  test('an encoded slash stays in the path and cannot become another host', () => {
    const verdict = guard('https://publisher.example/a%2F%23/b')
    expect(verdict.kind === 'fine' && verdict.url.href).toBe('https://publisher.example/a%2F%23/b')
  })
})

test('the usual address of a feed is fine, without its trailing dot and fragment', () => {
  const verdict = guard('https://publisher.example.:8443/feed?x=1#top')
  expect(verdict.kind === 'fine' && verdict.url.href).toBe(
    'https://publisher.example:8443/feed?x=1',
  )
})

describe('the networks that the operator allows', () => {
  const allows = createAddressGuard(['10.1.0.0/16', '127.0.0.0/8', '169.254.0.0/16'])

  test('are fetched from, and no others', () => {
    expect(allows('10.1.2.3')).toBe(true)
    expect(allows('127.0.0.1')).toBe(true)
    expect(allows('::ffff:10.1.2.3')).toBe(true)
    expect(allows('10.2.0.1')).toBe(false)
  })

  test('never include link-local addresses and metadata services', () => {
    expect(allows('169.254.169.254')).toBe(false)
    expect(allows('168.63.129.16')).toBe(false)
  })
})

test('whatever the text, it is refused or leads to a name or a public address over http', () => {
  const address = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.ipV4().map((ip) => `http://${ip}/`),
    fc.ipV6().map((ip) => `http://[${ip}]/`),
    fc.nat({ max: 0xffffffff }).map((ip) => `http://${ip}/`),
    fc.string({ unit: 'binary' }).map((text) => `https://${text}/`),
  )
  fc.assert(
    fc.property(address, (text) => {
      const verdict = guard(text)
      if (verdict.kind === 'refused') return true
      const { protocol, hostname, username } = verdict.url
      const ip = parseAddress(hostname)
      return (
        /^https?:$/.test(protocol) &&
        username === '' &&
        (ip !== undefined || hostname.includes('.'))
      )
    }),
    { numRuns: 2000 },
  )
})
