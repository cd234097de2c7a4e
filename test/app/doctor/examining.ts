import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { examine } from '../../../src/app/doctor/doctor.ts'
import { type Clock, systemClock } from '../../../src/support/clock.ts'

/** What `doctor` finds, as `state subject: words`, about an installation with these variables and digests. */
export async function findingsOf(
  env: Readonly<Record<string, string>>,
  channels: readonly string[] = [],
  clock: Clock = systemClock,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-doctor-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const config = join(folder, 'dateline.yaml')
  await writeFile(config, configOf(channels))
  const runtime = { nodeVersion: process.version, timezoneData: process.versions.tz }
  const findings: string[] = []
  const settings = {
    DATELINE_CONFIG: config,
    DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
    ...env,
  }
  for await (const { state, subject, words } of examine(settings, runtime, clock))
    findings.push(`${state} ${subject}: ${words}`)
  return findings
}

function configOf(channels: readonly string[]): string {
  const digests = channels.map(
    (channel, at) =>
      `  - { name: digest-${at}, channel: "${channel}", schedule: { at: "08:00", timezone: UTC } }\n`,
  )
  return `feeds: []\n${digests.length > 0 ? `digests:\n${digests.join('')}` : ''}`
}
