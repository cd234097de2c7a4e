import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { remember } from '../../src/store/articles/remember.ts'
import { openStore } from '../../src/store/open-store.ts'
import { anArticle, anItem } from '../store/sample.ts'
import { run } from './terminal.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'dateline-doctor-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

test('a sound installation is found sound, a line for each look', async () => {
  const env = {
    DATABASE_URL: `sqlite:${await folder()}/dateline.db`,
    DATELINE_CONTACT: 'me@example.org',
  }
  const { out } = await run(['doctor'], { env })
  for (const subject of ['Node', 'Time zones', 'Clock', 'Environment', 'Contact', 'Database'])
    expect(out).toMatch(new RegExp(`^ok +${subject} `, 'm'))
})

test('every mistake of the environment is told at once, and the exit code says so', async () => {
  const { code, out } = await run(['doctor'], { env: { HTTP_PORT: '99999', DISCORD_SHARDS: 'x' } })
  expect(code).toBe(1)
  expect(out).toContain('HTTP_PORT: must be a number from 0 to 65535, and is "99999"')
  expect(out).toContain('DISCORD_SHARDS: must be like "0-3/8"')
})

test('a database that cannot be made is a fault with its reason', async () => {
  const env = { DATABASE_URL: 'sqlite:/dev/null/dateline.db' }
  const { code, out } = await run(['doctor', '--json'], { env })
  const findings = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>)
  expect(code).toBe(1)
  expect(findings.find(({ subject }) => subject === 'Database')).toMatchObject({
    state: 'fault',
    words: expect.stringContaining('/dev/null/dateline.db cannot be opened'),
  })
})

test('a database on which a bot is at work is no fault, and is looked at whole', async () => {
  const path = `${await folder()}/dateline.db`
  const bot = await openStore({ kind: 'sqlite', path })
  onTestFinished(() => bot.close())
  const { out } = await run(['doctor'], { env: { DATABASE_URL: `sqlite:${path}` } })
  expect(out).toMatch(/^ok +Database +sqlite:.*: schema version \d+, up to date/m)
  expect(out).toMatch(/^ok +Integrity +every page and index is whole/m)
  expect(out).toMatch(
    /^(ok|warning) +Size +\d+\.\d MB, log \d+\.\d MB, [\d.]+ MB free on its disk/m,
  )
  expect(out).toMatch(/^ok +Retention +articles 90 days.*; 0 rows are past their limit/m)
})

test('damage is found, and a backup named as its mend', async () => {
  const path = `${await folder()}/dateline.db`
  const bot = await openStore({ kind: 'sqlite', path })
  await bot.shared((tx) =>
    remember(
      tx,
      Array.from({ length: 300 }, (_, at) => anItem(anArticle(`a${at}`))),
    ),
  )
  await bot.close()
  const bytes = await readFile(path)
  await writeFile(path, bytes.fill(7, bytes.length - 60_000, bytes.length - 20_000))
  const { code, out } = await run(['doctor'], { env: { DATABASE_URL: `sqlite:${path}` } })
  expect(code).toBe(1)
  expect(out).toMatch(/^fault +(Integrity|Database) .*(damaged|malformed)/m)
})
