import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'

type Line = { readonly msg: string; readonly url?: string }

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'dateline-process-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

/** The program as an operator starts it, on an empty configuration. */
async function startBot(home: string, env: Readonly<Record<string, string>> = {}) {
  const config = join(home, 'dateline.yaml')
  await writeFile(config, 'feeds: []\n')
  const child = spawn(process.execPath, ['src/main.ts', 'run'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      DATABASE_URL: `sqlite:${join(home, 'dateline.db')}`,
      DATELINE_CONFIG: config,
      HTTP_PORT: '0',
      ...env,
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, running: await lineOf(child, 'running') }
}

async function lineOf({ stderr }: ChildProcess, msg: string): Promise<Line> {
  const seen: string[] = []
  for await (const text of createInterface({ input: stderr as NonNullable<typeof stderr> })) {
    seen.push(text)
    const line = text.startsWith('{') ? (JSON.parse(text) as Line) : undefined
    if (line?.msg === msg) return line
  }
  throw new Error(`The bot ended without "${msg}":\n${seen.join('\n')}`)
}

describe('the bot as a process', () => {
  test('starts, serves its health, and ends cleanly when asked to', async () => {
    const { child, running } = await startBot(await folder())
    const reply = await fetch(`${running.url}/healthz`)
    expect(await reply.text()).toBe('ok\n')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('a second one on the same SQLite database is refused with a clear word', async () => {
    const home = await folder()
    await startBot(home)
    const second = startBot(home)
    await expect(second).rejects.toThrow(
      'is in use by another Dateline process. SQLite serves one process',
    )
  })

  test('one that cannot listen says so and leaves nothing behind', async () => {
    const { running } = await startBot(await folder())
    const port = new URL(running.url ?? '').port
    await expect(startBot(await folder(), { HTTP_PORT: port })).rejects.toThrow(
      `cannot listen on 127.0.0.1:${port}: another program listens there`,
    )
  })
})
