import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freshDatabase, startServer } from '../store/postgres-server.ts'
import { breaches } from './crash/judge.ts'
import { type CrashPlan, type Safeguard, safeguards } from './crash/plan.ts'
import { type CrashResult, runCrash } from './crash/run-crash.ts'

/**
 * Kills the bot at random moments while it delivers, and asks the platforms' logs whether readers saw everything they were
 * promised, once: `crash [--kills 50] [--seed 1] [--engine sqlite|postgres] [--deliveries N] [--freezes N] [--speed 1]
 * [--without nonce|fence|own-retries] [--faulty PERCENT] [--minutes N] [--keep]`. Ten deliveries for each kill, unless said otherwise.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      engine: { type: 'string', default: 'sqlite' },
      deliveries: { type: 'string' },
      freezes: { type: 'string' },
      speed: { type: 'string', default: '1' },
      without: { type: 'string' },
      minutes: { type: 'string', default: '600' },
      faulty: { type: 'string', default: '3' },
      keep: { type: 'boolean', default: false },
    },
  })
  const kills = Number(values.kills)
  const isPostgres = values.engine === 'postgres'
  const folder = await mkdtemp(join(tmpdir(), 'dateline-crash-'))
  const server = isPostgres ? await startServer() : undefined
  process.once('SIGTERM', () => void Promise.resolve(server?.stop()).then(() => process.exit(1)))
  try {
    const plan: CrashPlan = {
      kills,
      seed: Number(values.seed),
      deliveries: Number(values.deliveries ?? kills * 10),
      freezes: isPostgres ? Number(values.freezes ?? Math.ceil(kills / 20)) : 0,
      freezeMs: [12_000, 80_000],
      workers: isPostgres ? 3 : 1,
      database: server
        ? { kind: 'postgres', url: await freshDatabase(server.url) }
        : { kind: 'sqlite', path: join(folder, 'dateline.db') },
      faultyPercent: Number(values.faulty),
      longestMs: Number(values.minutes) * 60_000,
      patienceMs: 300_000,
      speed: Number(values.speed),
      without: safeguards.find((each) => each === values.without),
      folder,
    }
    const result = await runCrash(plan, (words) => console.error(words))
    print(plan, values.engine, result)
    if (breaches(result.verdict).length > 0) process.exitCode = 1
  } finally {
    await server?.stop()
    if (values.keep) console.error(`The logs are in ${folder}`)
    else await rm(folder, { recursive: true })
  }
}

function print(plan: CrashPlan, engine: string, { verdict, blows, tookMs }: CrashResult): void {
  const count = (kind: string) => blows.filter((blow) => blow.kind === kind).length
  const without = plan.without ? `, without ${plan.without satisfies Safeguard}` : ''
  console.log(
    `${engine}, ${plan.workers} workers, seed ${plan.seed}${without}: ${Math.round(tookMs / 1000)} s\n\n` +
      '| kills | in a window | freezes | promised | visible | lost | wrong place | out of order | twice on Discord | twice on Slack with history | without: after a loss of the answer | without: for no reason |\n' +
      '|---|---|---|---|---|---|---|---|---|---|---|---|\n' +
      `| ${[
        count('kill'),
        verdict.killsInWindow,
        count('freeze'),
        verdict.promised,
        verdict.visible,
        verdict.lost.length,
        verdict.wrongPlace.length,
        verdict.outOfOrder.length,
        verdict.discordTwice.length,
        verdict.openSlackTwice.length,
        verdict.blindSlackTwice.length - verdict.blindSlackTwiceForNothing.length,
        verdict.blindSlackTwiceForNothing.length,
      ].join(' | ')} |`,
  )
  for (const breach of breaches(verdict)) console.log(`BROKEN: ${breach}`)
}
