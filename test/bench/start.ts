import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

const runs = 5
const idleMs = 8_000

/**
 * Prints how long the bot takes from its start to its first tick, and what it holds in memory when it is idle; the bot
 * that stands in another folder, such as a production tree, where one is named.
 */
export async function run([tree = '.']: readonly string[]): Promise<void> {
  console.log('| run | start to first tick, ms | idle RSS, MB |\n|---|---|---|')
  for (let at = 1; at <= runs; at += 1) {
    const { firstTickMs, rssMb } = await measure(tree)
    console.log(`| ${at} | ${firstTickMs.toFixed(0)} | ${rssMb.toFixed(0)} |`)
  }
}

async function measure(tree: string) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const config = join(folder, 'dateline.yaml')
  writeFileSync(config, 'feeds: []\n')
  const database = `sqlite:${join(folder, 'dateline.db')}`
  try {
    return await startUp(tree, { DATABASE_URL: database, DATELINE_CONFIG: config }, idleMs)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Starts the bot with these settings, and stops it after its first tick and a rest. */
export async function startUp(
  tree: string,
  env: { readonly DATABASE_URL: string; readonly DATELINE_CONFIG: string },
  restMs = 0,
): Promise<{ readonly firstTickMs: number; readonly rssMb: number }> {
  const startedMs = performance.now()
  const child = spawn(process.execPath, ['src/main.ts', 'run'], {
    cwd: tree,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, HTTP_PORT: '0', LOG_LEVEL: 'debug' },
  })
  try {
    await firstTick(child)
    const firstTickMs = performance.now() - startedMs
    await wait(restMs)
    return { firstTickMs, rssMb: rssOf(child) }
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

async function firstTick({ stderr }: ChildProcess): Promise<void> {
  if (!stderr) throw new Error('the child has no standard error')
  for await (const line of createInterface({ input: stderr })) {
    if ((JSON.parse(line) as { msg: string }).msg === 'tick') {
      stderr.resume()
      return
    }
  }
  throw new Error('the bot ended before its first tick')
}

/** Linux only: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function rssOf({ pid }: ChildProcess): number {
  const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) / 1024
}
