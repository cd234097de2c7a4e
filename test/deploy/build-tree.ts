import { execFile } from 'node:child_process'
import { cp, mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Instruction, readDockerfile } from './dockerfile.ts'

const execute = promisify(execFile)

/** Makes the folder `/app` of the image in `folder`, by the Dockerfile's own steps and without a container engine. */
export async function buildTree(folder: string): Promise<void> {
  const stages = readDockerfile()
  const packages = join(folder, '..', 'packages')
  await mkdir(packages, { recursive: true })
  await mkdir(folder, { recursive: true })
  for (const step of stages.get('packages') ?? []) await take(step, packages, packages)
  for (const step of stages.get('image') ?? []) {
    // Whose folder it is matters in a container alone.
    if (step.word === 'RUN') await mkdir(join(folder, 'data'))
    else await take(step, folder, packages)
  }
  await rm(packages, { recursive: true })
}

async function take({ word, rest }: Instruction, folder: string, packages: string): Promise<void> {
  if (word === 'RUN') await shell(rest, folder)
  if (word !== 'COPY') return
  const words = rest.split(/\s+/)
  const isFromPackages = words[0] === '--from=packages'
  const sources = isFromPackages ? words.slice(1, -1) : words.slice(0, -1)
  const target = join(folder, words.at(-1) ?? '.')
  for (const source of sources) {
    const from = isFromPackages ? source.replace(/^\/app/, packages) : source
    const isFile = /\.json$|^LICENSE$/.test(source)
    await mkdir(dirname(target), { recursive: true })
    await cp(from, isFile ? join(target, basename(source)) : target, {
      recursive: true,
      verbatimSymlinks: true,
    })
  }
}

/** What the registry has given once is not asked for again. */
async function shell(command: string, cwd: string): Promise<void> {
  const npm = {
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  }
  await execute('sh', ['-c', command], { cwd, env: { ...process.env, ...npm } })
}
