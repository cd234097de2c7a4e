import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSealer } from '../../src/support/seal.ts'

const old = new Uint8Array(randomBytes(32))
const fresh = new Uint8Array(randomBytes(32))
const workspace = 'slack:T1'

describe('a sealed secret', () => {
  test('opens to the same text for the same workspace, whatever the text', () => {
    const sealer = createSealer([fresh])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
        expect(sealer.open(workspace, sealer.seal(workspace, secret))).toBe(secret)
      }),
    )
  })

  test('shows nothing of the text, and never looks the same twice', () => {
    const sealer = createSealer([fresh])
    const first = sealer.seal(workspace, 'xoxb-secret')
    expect(first).not.toContain('xoxb')
    expect(sealer.seal(workspace, 'xoxb-secret')).not.toBe(first)
  })

  test('does not open for another workspace', () => {
    const sealer = createSealer([fresh])
    const sealed = sealer.seal(workspace, 'xoxb-secret')
    expect(() => sealer.open('slack:T2', sealed)).toThrow('another workspace')
  })

  test('does not open when a single bit of it has changed', () => {
    const sealer = createSealer([fresh])
    const [version, key, box = ''] = sealer.seal(workspace, 'xoxb-secret').split('.')
    const bytes = Buffer.from(box, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const sealed = [version, key, changed.toString('base64url')].join('.')
      expect(() => sealer.open(workspace, sealed)).toThrow('it was changed')
    }
  })

  test('opens after a new key came, and says that it is to be sealed again', () => {
    const sealed = createSealer([old]).seal(workspace, 'xoxb-secret')
    const rotated = createSealer([fresh, old])
    expect(rotated.open(workspace, sealed)).toBe('xoxb-secret')
    expect(rotated.isCurrent(sealed)).toBe(false)
    expect(rotated.isCurrent(rotated.seal(workspace, 'xoxb-secret'))).toBe(true)
  })

  test('names the key that is gone, and no secret', () => {
    const sealed = createSealer([old]).seal(workspace, 'xoxb-secret')
    expect(() => createSealer([fresh]).open(workspace, sealed)).toThrow(/key [0-9a-f]{8}, which/)
  })

  test('is asked of keys of 32 bytes alone', () => {
    expect(() => createSealer([])).toThrow('without a key')
    expect(() => createSealer([new Uint8Array(16)])).toThrow('has 32 bytes')
  })
})
