import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configurationOf, type Load } from './simulated/load.ts'
import { simulate } from './simulated/simulate.ts'
import { startUp } from './start.ts'

const usual: Load = {
  feeds: 500,
  channels: 50,
  itemsPerDay: 10_000,
  hours: 24,
  startAt: '2026-03-01T00:00:00Z',
  keepDays: 90,
  silentDays: 0,
}

/** `npm run bench -- day [hours]`: one container's load through a simulated day, then a start on what it left behind. */
export async function run([hours]: readonly string[]): Promise<void> {
  const load = { ...usual, hours: Number(hours ?? usual.hours) }
  const folder = mkdtempSync(join(tmpdir(), 'dateline-day-'))
  const database = `sqlite:${join(folder, 'dateline.db')}`
  console.log(
    '| hour | RSS, MB | peak RSS, MB | event loop p99, ms | CPU, s | articles | messages |',
  )
  console.log(`|${'---|'.repeat(7)}`)
  try {
    const standings = await simulate(
      load,
      database,
      ({ hour, rssMb, peakRssMb, p99Ms, cpuSeconds, rows }) => {
        const numbers = [rssMb, peakRssMb, p99Ms, cpuSeconds].map((number) => number.toFixed(0))
        console.log(`| ${[hour, ...numbers, rows.articles, rows.deliveries].join(' | ')} |`)
      },
    )
    const config = join(folder, 'dateline.yaml')
    writeFileSync(config, configurationOf(load))
    const { firstTickMs } = await startUp('.', { DATABASE_URL: database, DATELINE_CONFIG: config })
    judge('peak RSS, MB', Math.max(...standings.map(({ peakRssMb }) => peakRssMb)), 350)
    judge(
      'event loop p99 of the worst hour, ms',
      Math.max(...standings.map((each) => each.p99Ms)),
      100,
    )
    judge('start to first tick on this database, ms', firstTickMs, 1_000)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function judge(what: string, found: number, most: number): void {
  console.log(`${found < most ? 'met ' : 'MISSED'} ${what}: ${found.toFixed(0)} (under ${most})`)
  if (found >= most) process.exitCode = 1
}
