import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Load, Standing } from './simulated/load.ts'
import { simulate } from './simulated/simulate.ts'

const usual: Load = {
  feeds: 100,
  channels: 10,
  itemsPerDay: 1_000,
  hours: 72,
  startAt: '2026-03-01T00:00:00Z',
  keepDays: 1,
  silentDays: 12,
}

const tables = [
  'articles',
  'sightings',
  'seen',
  'story_traces',
  'slots',
  'deliveries',
  'told',
] as const
const mostMbPerHour = 1

/**
 * `npm run bench -- soak [hours] [feeds] [items a day]`: a bot through 72 hours of simulated time and twelve silent days, as
 * fast as it goes. What it holds must not grow, and what it keeps must go when its time is over.
 */
export async function run([hours, feeds, items]: readonly string[]): Promise<void> {
  const load = {
    ...usual,
    hours: Number(hours ?? usual.hours),
    feeds: Number(feeds ?? usual.feeds),
    itemsPerDay: Number(items ?? usual.itemsPerDay),
  }
  const folder = mkdtempSync(join(tmpdir(), 'dateline-soak-'))
  console.log(`| hour | RSS, MB | descriptors | ${tables.join(' | ')} |`)
  console.log(`|${'---|'.repeat(3 + tables.length)}`)
  try {
    const standings = await simulate(load, `sqlite:${join(folder, 'dateline.db')}`, (standing) => {
      if (standing.hour % 6 === 0) print(standing)
    })
    judge(standings.slice(0, -1), standings.at(-1))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function print({ hour, rssMb, descriptors, rows }: Standing): void {
  const cells = [hour, rssMb.toFixed(0), descriptors, ...tables.map((table) => rows[table])]
  console.log(`| ${cells.join(' | ')} |`)
}

/** The first quarter warms up. */
function judge(standings: readonly Standing[], last: Standing | undefined): void {
  const warm = standings.slice(Math.ceil(standings.length / 4))
  const slope = slopeOf(warm.map(({ hour, rssMb }) => [hour, rssMb]))
  const quarter = Math.max(1, Math.floor(warm.length / 3))
  const descriptors = (some: readonly Standing[]) =>
    Math.max(...some.map((each) => each.descriptors))
  const growth = descriptors(warm.slice(-quarter)) - descriptors(warm.slice(0, quarter))
  const left = tables.filter((table) => ['seen', 'story_traces'].includes(table))
  const kept = left.reduce((sum, table) => sum + (last?.rows[table] ?? 0), 0)
  verdict('RSS slope, MB a simulated hour', slope.toFixed(3), slope < mostMbPerHour)
  verdict('descriptors, last quarter against second', String(growth), growth <= 0)
  verdict('rows of passing tables after the silence', String(kept), kept === 0)
}

function verdict(what: string, found: string, isMet: boolean): void {
  console.log(`${isMet ? 'met ' : 'MISSED'} ${what}: ${found}`)
  if (!isMet) process.exitCode = 1
}

/** Least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}
