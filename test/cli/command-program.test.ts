import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { run } from './terminal.ts'

async function anInstallation() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-commands-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const env = { DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}` }
  return (line: string) => run(line.split(' '), { env })
}

describe('commands in a terminal', () => {
  test('set a digest up, and the next look at it shows it', async () => {
    const dateline = await anInstallation()
    const created = await dateline(
      'digest create morning time:8am days:weekdays timezone:Berlin channel:console:main',
    )
    expect(created.code).toBe(0)
    const { out } = await dateline('digest list')
    expect(out).toContain('08:00 (Europe/Berlin)')
  })

  test('the configuration file that recreates what stands goes to standard output, and nothing else', async () => {
    const dateline = await anInstallation()
    await dateline('digest create morning time:8am timezone:Berlin channel:console:main')
    const { out, err } = await dateline('config export')
    expect(out.startsWith('feeds: []\ndigests:\n  - name: morning')).toBe(true)
    expect(err).toContain('This file recreates')
  })

  test('a mistyped command is answered with the right ones, and the exit code says that it failed', async () => {
    const dateline = await anInstallation()
    const { code, out } = await dateline('feeds lst')
    expect(code).toBe(1)
    expect(out).toContain('Did you mean: feeds list')
  })

  test('--json gives the answer as data', async () => {
    const dateline = await anInstallation()
    const { out } = await dateline('feeds list --json')
    expect(JSON.parse(out)).toMatchObject({ outcome: 'done' })
  })
})
