import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { run } from './terminal.ts'

const sample = 'config/sample/2026-12-01'

async function fileWith(body: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-brief-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'feed.xml')
  await writeFile(path, body)
  return path
}

describe('brief', () => {
  test('makes a digest of feed files and prints it', async () => {
    const { code, out } = await run([
      'brief',
      '--feed',
      `${sample}/harbour-post.example/atom.xml`,
      '--feed',
      `${sample}/coast-radio.example/feed.json`,
    ])
    expect(code).toBe(0)
    expect(out).toMatch(/harbour bridge/i)
    expect(out).toContain('Harbour Post')
    expect(out).toContain('Read 2 feeds')
  })

  test.each(['json', 'slack', 'discord'])('--format %s is JSON', async (format) => {
    const feed = `${sample}/harbour-post.example/atom.xml`
    const { code, out } = await run(['brief', '--feed', feed, '--format', format])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toBeTruthy()
  })

  test('goes on without a feed that cannot be read, and names it', async () => {
    const { code, out, err } = await run([
      'brief',
      '--feed',
      'nowhere.xml',
      '--feed',
      `${sample}/harbour-post.example/atom.xml`,
    ])
    expect(code).toBe(0)
    expect(err).toContain('nowhere.xml: there is no such file.')
    expect(out).toContain('1 could not be reached (nowhere.xml)')
  })

  test.each([
    ['an empty file', ''],
    ['a binary file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ['a web page', '<!doctype html><html><body><h1>Log in</h1></body></html>'],
    ['a text', 'Dear reader'],
  ])('%s is told to be no feed, in a sentence', async (_what, body) => {
    const path = await fileWith(body)
    const { code, out, err } = await run(['brief', '--feed', path])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^dateline brief: .+\n$/)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test.each([
    [['--stories', 'many'], 'I read --stories as "many"; it takes a whole number from 1 to 15.'],
    [['--length', 'tiny'], 'I read the length as "tiny"; there are headlines, short, detailed.'],
    [['--format', 'pdf'], 'I read the format as "pdf"; there are text, markdown,'],
  ])('%j is wrong use, and it says what would be right', async (options, words) => {
    const { code, err } = await run(['brief', '--feed', 'x.xml', ...options])
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})
