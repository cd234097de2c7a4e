import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { sealedInstallations } from '../../../src/app/sealed-installations.ts'
import { personId } from '../../../src/domain/ids.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { Store } from '../../../src/store/store.ts'
import { type Fakes, startFakes } from './fakes.ts'
import { judge, type Verdict } from './judge.ts'
import type { Blow, CrashPlan } from './plan.ts'
import { type Promised, promise, workspaces } from './promises.ts'
import { readDiscord, readSlack } from './standing.ts'
import { rage } from './storm.ts'
import { createWorkers } from './workers.ts'

export type CrashResult = {
  readonly verdict: Verdict
  readonly blows: readonly Blow[]
  readonly tookMs: number
}

const secretKey = createHash('sha256').update('crash campaign').digest()

/** Promises digests, has real workers deliver them to fake platforms while they are killed, and judges what readers see. */
export async function runCrash(
  plan: CrashPlan,
  progress: (words: string) => void,
): Promise<CrashResult> {
  const startedMs = performance.now()
  const epochMs = Date.now()
  const speed = { CRASH_SPEED: String(plan.speed), CRASH_EPOCH_MS: String(epochMs) }
  const preloads = plan.speed === 1 ? [] : ['fast-time.ts']
  const fakes = await startFakes(plan, {
    preloads,
    env: speed,
    log: join(plan.folder, 'fakes.log'),
  })
  const workers = createWorkers(
    {
      preloads,
      env: { ...speed, ...environment(plan, fakes) },
      log: join(plan.folder, 'workers.log'),
    },
    plan.without,
    plan.workers === 1 ? 2 : 1,
  )
  const database = await openDatabase(plan, epochMs)
  const promises: Promised[] = []
  try {
    await database.use(installApp)
    const blows = await rage({
      plan,
      nextWorker: workers.next,
      promise: (count) =>
        database.use(async (store) => {
          for (let n = 0; n < count; n += 1)
            promises.push(await promise(store, promises.length + 1))
        }),
      open: database.open,
      logs: [fakes.slack.log, fakes.discord.log],
      progress,
    })
    const found = [...readSlack(fakes.slack.log), ...readDiscord(fakes.discord.log)]
    const standings = found.map((each) => ({
      ...each,
      atMs: epochMs + (each.atMs - epochMs) / plan.speed,
    }))
    const verdict = judge(promises, standings, blows)
    return { verdict, blows, tookMs: performance.now() - startedMs }
  } finally {
    await workers.stop()
    await fakes.stop()
    await database.close()
  }
}

/** Slack as many workspaces install it, so that each has a token and rights of its own. */
function environment({ database, folder }: CrashPlan, { slack, discord }: Fakes) {
  const config = join(folder, 'dateline.yaml')
  writeFileSync(config, 'feeds: []\n')
  return {
    DATABASE_URL: database.kind === 'sqlite' ? `sqlite:${database.path}` : database.url,
    DATELINE_CONFIG: config,
    DATELINE_SECRET_KEY: secretKey.toString('base64'),
    HTTP_PORT: '0',
    SLACK_API_URL: slack.apiUrl,
    SLACK_SIGNING_SECRET: 'signing-secret',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_STATE_SECRET: 'state-secret',
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.token,
    NODE_COMPILE_CACHE: join(folder, '..', 'crash-compile-cache'),
  }
}

async function installApp(store: Store): Promise<void> {
  const installations = sealedInstallations(store, [secretKey])
  for (const [at, workspaceId] of [workspaces.open, workspaces.blind].entries()) {
    await installations.save({
      workspaceId,
      workspaceName: workspaceId,
      installedBy: personId('UADMIN'),
      botUserId: 'UBOT',
      token: `xoxb-${at + 1}`,
      refreshToken: undefined,
      expiresAt: undefined,
    })
  }
}

/** The campaign's own way to the database: on SQLite it is open only while no worker lives. */
async function openDatabase({ database, speed }: CrashPlan, epochMs: number) {
  const clock = {
    now: () => new Date(epochMs + (Date.now() - epochMs) * speed),
    monotonicMs: () => performance.now(),
    sleep: () => Promise.resolve(),
  }
  if (database.kind === 'sqlite') {
    return {
      async use(work: (store: Store) => Promise<void>) {
        await using store = await openStore(database, { clock })
        await work(store)
      },
      open: () => Promise.resolve(openInFile(database.path)),
      close: () => Promise.resolve(),
    }
  }
  if (speed !== 1) await hasten(database.url, speed, epochMs)
  const store = await openStore(database, { clock })
  return {
    use: (work: (open: Store) => Promise<void>) => work(store),
    open: () =>
      store.everywhere(async ({ db }) => {
        const rows = await db
          .selectFrom('deliveries')
          .select('id')
          .where('state', 'not in', ['sent', 'dead', 'skipped'])
          .execute()
        return rows.length
      }),
    close: () => store.close(),
  }
}

/** Read beside the worker, which holds the database. */
function openInFile(path: string): number {
  const database = new Database(path, { readonly: true })
  try {
    return (
      database
        .prepare(
          `select count(*) as count from deliveries where state not in ('sent', 'dead', 'skipped')`,
        )
        .get() as { count: number }
    ).count
  } finally {
    database.close()
  }
}

/** Leases count by the database's clock: it runs as fast as the workers'. */
async function hasten(url: string, speed: number, epochMs: number): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create schema fast;
      create function fast.clock_timestamp() returns timestamptz language sql volatile as $$
        select to_timestamp(${epochMs / 1000}
          + (extract(epoch from pg_catalog.clock_timestamp()) - ${epochMs / 1000}) * ${speed}) $$;`)
    const name = new URL(url).pathname.slice(1)
    await client.query(`alter database ${name} set search_path = fast, pg_catalog, public`)
  } finally {
    await client.end()
  }
}
