import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeBody } from '../../../src/feeds/decode/decode-body.ts'

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

describe('a byte order mark decides', () => {
  test.each([
    ['UTF-8', Buffer.from('\uFEFF<a>ü</a>')],
    ['UTF-16 LE', utf16('\uFEFF<a>ü</a>', false)],
    ['UTF-16 BE', utf16('\uFEFF<a>ü</a>', true)],
    ['UTF-16 LE by its first sign', utf16('<a>ü</a>', false)],
    ['UTF-16 BE by its first sign', utf16('<a>ü</a>', true)],
  ])('%s', (_name, body) => {
    expect(decodeBody(body, { 'content-type': 'text/xml; charset=koi8-r' })).toBe('<a>ü</a>')
  })
})

test('an unknown label falls through to the next rule', () => {
  const body = Buffer.from([0x3c, 0x61, 0x3e, 0xe9, 0x21])
  expect(decodeBody(body, { 'content-type': 'text/xml; charset=x-klingon' })).toBe('<a>é!')
})

test('UTF-8 that was cut within a letter is still UTF-8', () => {
  expect(decodeBody(Buffer.from('größer ü').subarray(0, -1))).toBe('größer ')
})

test('7-bit Japanese follows its label', () => {
  const body = Buffer.from('\u001B$B$"\u001B(B', 'latin1')
  expect(decodeBody(body, { 'content-type': 'text/xml; charset=iso-2022-jp' })).toBe('あ')
})

test('gzip is known by its first bytes', () => {
  expect(decodeBody(gzipSync('<a>ü</a>'))).toBe('<a>ü</a>')
})

test('broken gzip is text like any other', () => {
  const body = Buffer.concat([Buffer.from([0x1f, 0x8b]), deflateRawSync('<a/>')])
  expect(decodeBody(body)).not.toBe('')
})
