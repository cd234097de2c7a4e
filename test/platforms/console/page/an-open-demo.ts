import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** `npm run demo -- --open` in a folder of its own, as somebody who has just cloned the project runs it. */
export async function anOpenDemo() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-demo-'))
  await symlink(resolve('config'), join(folder, 'config'))
  const demo = spawn(process.execPath, [resolve('src/main.ts'), 'demo', '--open'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HTTP_PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return {
    url: await addressIn(demo.stderr),
    async stop() {
      const ended = once(demo, 'exit')
      demo.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true })
    },
  }
}

/** Reads on after the address, so that the demonstration can go on writing. */
function addressIn(stderr: Readable): Promise<string> {
  let words = ''
  return new Promise((resolveAddress, reject) => {
    stderr.on('data', (chunk) => {
      words += String(chunk)
      const [, url] = /The console page is at (\S+)/.exec(words) ?? []
      if (url !== undefined) resolveAddress(url)
    })
    stderr.on('end', () => reject(new Error(`The demonstration ended too early: ${words}`)))
  })
}

export async function aBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox'],
    headless: true,
  })
}
