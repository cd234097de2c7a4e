import { describe, expect, test } from 'vitest'
import { createPacing, siteOf } from '../../../src/support/http/pacing.ts'
import { movedClock } from '../moved-clock.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('requests to one site', () => {
  test('go one at a time, a second apart, in order', async () => {
    const clock = movedClock('2026-11-24T08:00:00Z')
    const turn = createPacing({ clock })
    const startedMs: number[] = []
    const ask = async (host: string) => {
      const end = await turn(new URL(`https://${host}/`))
      startedMs.push(clock.monotonicMs())
      end()
    }
    const all = ['a.harbour.example', 'b.harbour.example', 'harbour.example'].map(ask)
    for (let second = 0; second < 5; second += 1) await clock.advance(1000)
    await Promise.all(all)
    expect(startedMs).toEqual([0, 1000, 2000])
  })

  test('do not hold up another site', async () => {
    const turn = createPacing({ clock: movedClock('2026-11-24T08:00:00Z') })
    await turn(new URL('https://slow.example/'))
    const end = await turn(new URL('https://quick.example/'))
    expect(end).toBeTypeOf('function')
  })
})

test('requests in all are never more than the limit at once', async () => {
  const turn = createPacing({ clock: movedClock('2026-11-24T08:00:00Z'), maxAtOnce: 3 })
  const ends: (() => void)[] = []
  for (let site = 0; site < 5; site += 1) {
    void turn(new URL(`https://site-${site}.example/`)).then((end) => ends.push(end))
  }
  await settle()
  expect(ends).toHaveLength(3)
  ends[0]?.()
  ends[0]?.()
  await settle()
  expect(ends).toHaveLength(4)
})

test('a site is its registrable domain, or its address', () => {
  expect(siteOf('https://news.bbc.example.co.uk/x')).toBe('example.co.uk')
  expect(siteOf('https://one.github.io/x')).toBe('github.io')
  expect(siteOf('http://127.0.0.7:80/')).toBe('127.0.0.7')
})
