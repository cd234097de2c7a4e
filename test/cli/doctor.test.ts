import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
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
