import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildTree } from './build-tree.ts'
import { readDockerfile, restsOf, wordsOf } from './dockerfile.ts'

const buildMs = 240_000
const image = readDockerfile().get('image') ?? []
const [start = []] = restsOf(image, 'CMD').map(wordsOf)
const [healthcheck = []] = restsOf(image, 'HEALTHCHECK').map(wordsOf)

let home = ''
const app = () => join(home, 'app')

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'dateline-image-'))
  await buildTree(app())
}, buildMs)
afterAll(() => rm(home, { recursive: true, force: true }))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Runs the Dockerfile's command in the tree, with nothing of our own environment. */
function inTree([, ...args]: readonly string[], env: Readonly<Record<string, string>>) {
  return spawn(process.execPath, args, {
    cwd: app(),
    env: { NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

async function running({ stderr }: ChildProcess): Promise<void> {
  const seen: string[] = []
  for await (const line of createInterface({ input: stderr as NonNullable<typeof stderr> })) {
    seen.push(line)
    if (line.includes('"msg":"running"')) return
  }
  throw new Error(`The bot ended before it ran:\n${seen.join('\n')}`)
}

/** Every file and when it was changed, without the database. */
function filesOf(folder: string): readonly string[] {
  return globSync('**/*', { cwd: folder, exclude: (name) => name === 'data' })
    .map((file) => `${file} ${statSync(join(folder, file)).mtimeMs}`)
    .sort()
}

describe('the tree that the Dockerfile makes', () => {
  test('has every package that is needed, and none that only development needs', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>
    }
    const installed = globSync('node_modules/{*,@*/*}/package.json', { cwd: app() }).map((file) =>
      file.replace(/\/package\.json$/, ''),
    )
    expect(installed.length).toBeGreaterThan(50)
    expect(installed.filter((path) => packages[path] === undefined || packages[path].dev)).toEqual(
      [],
    )
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
    }
    const missing = Object.keys(dependencies).filter(
      (name) => !installed.includes(`node_modules/${name}`),
    )
    expect(missing).toEqual([])
  })

  test('leaves room for the base in an image of 300 MB', () => {
    const bytes = globSync('**/*', { cwd: app(), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
    expect(bytes / 1_000_000).toBeLessThan(75)
  })

  test('starts, is healthy by its own check, writes into its data folder alone, and stops', async () => {
    const port = String(await freePort())
    const config = join(home, 'dateline.yaml')
    await writeFile(config, 'feeds: []\n')
    const env = { HTTP_PORT: port, DATELINE_CONFIG: config, TMPDIR: home }
    const before = filesOf(app())
    const bot = inTree(start, env)
    onTestFinished(() => void bot.kill('SIGKILL'))
    await running(bot)
    expect(await once(inTree(healthcheck, env), 'exit')).toEqual([0, null])
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
    expect(ready.status).toBe(200)
    bot.kill(restsOf(image, 'STOPSIGNAL')[0] as NodeJS.Signals)
    expect(await once(bot, 'exit')).toEqual([0, null])
    expect(await once(inTree(healthcheck, env), 'exit')).toEqual([1, null])
    expect(filesOf(app())).toEqual(before)
  })

  test('carries the demonstration', async () => {
    const demo = execFile(process.execPath, ['src/main.ts', 'demo'], {
      cwd: app(),
      env: { NODE_ENV: 'production', TMPDIR: home },
    })
    demo.stdout?.resume()
    expect(await once(demo, 'exit')).toEqual([0, null])
  })
})
