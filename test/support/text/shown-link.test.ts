import { describe, expect, test } from 'vitest'
import { shownLink } from '../../../src/support/text/shown-link.ts'

describe('a link that is shown', () => {
  test.each([
    ['https://news.bbc.co.uk/story', 'bbc.co.uk'],
    ['http://evil.example/https://paypal.com', 'evil.example'],
    ['https://münchen.de/rathaus', 'münchen.de'],
    ['https://президент.рф/', 'президент.рф'],
    ['https://аpple.com/', 'xn--pple-43d.com'],
    ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
    ['http://192.0.2.7/a', '192.0.2.7'],
  ])('%s leads to %s', (address, site) => {
    expect(shownLink(address)?.site).toBe(site)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'slack://open',
    'discord://-/channels',
    'tel:+1234',
    '//wire-one.example/a',
    '/a',
    'http:/x',
    'https://wire-one.example/a\nb',
    'https://user:pw@wire-one.example/',
    `https://wire-one.example/${'a'.repeat(10_000)}`,
    '',
    undefined,
  ])('%s is none', (address) => {
    expect(shownLink(address)).toBeUndefined()
  })

  test('has no characters that end a link in markup', () => {
    expect(shownLink('https://wire-one.example/a|b>c<d#e|f>g h`i')?.url).toBe(
      'https://wire-one.example/a%7Cb%3Ec%3Cd#e%7Cf%3Eg%20h%60i',
    )
  })
})
