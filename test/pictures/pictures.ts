import { mkdir, readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import chromium from '@sparticuz/chromium'
import { chromium as browsers } from 'playwright-core'
import { demo } from '../../src/cli/demo.ts'
import type { Document } from '../../src/domain/document.ts'
import { workspaceId } from '../../src/domain/ids.ts'
import { renderHtml } from '../../src/platforms/console/render/render-html.ts'
import { channelMessages } from '../../src/store/messages/messages.ts'
import { openStore } from '../../src/store/open-store.ts'

/*
 * Draws the README's picture of a digest: `npm run pictures`. It is what the demonstration posts, laid out by the
 * console's own rendering; nothing in it is made up for the picture.
 */

const picture = 'docs/pictures/digest.png'
/** The second morning: a story of three outlets, sources that disagree, a story that goes on. */
const morning = 'Wednesday 2 December'
const storiesShown = 2

async function postedDocuments(): Promise<readonly Document[]> {
  const silent = () => new PassThrough().resume()
  await demo.run(
    { words: [], options: {} },
    { env: {}, stdin: silent(), stdout: silent(), stderr: silent() },
  )
  await using store = await openStore({ kind: 'sqlite', path: 'data/demo.db' })
  const channel = { platform: 'console', id: 'main' } as const
  const messages = await store.inWorkspace(workspaceId('console:local'), (tx) =>
    channelMessages(tx, channel, 100),
  )
  const parent = messages.find(
    ({ parentId, payload }) => parentId === undefined && JSON.stringify(payload).includes(morning),
  )
  if (!parent) throw new Error(`The demonstration posted no digest of ${morning}.`)
  const replies = messages.filter(({ parentId }) => parentId === parent.id).slice(0, storiesShown)
  return [parent, ...replies].map(({ payload }) => payload.document as Document)
}

async function draw(documents: readonly Document[]): Promise<void> {
  const style = await readFile(new URL('digest.css', import.meta.url), 'utf8')
  const body = documents.map((document) => renderHtml(document)).join('')
  const browser = await browsers.launch({
    args: chromium.args,
    executablePath: await chromium.executablePath(),
    headless: true,
  })
  try {
    const page = await browser.newPage({
      viewport: { width: 880, height: 400 },
      deviceScaleFactor: 2,
    })
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><style>${style}</style><main>${body}</main>`,
    )
    await mkdir('docs/pictures', { recursive: true })
    await page.locator('main').screenshot({ path: picture })
  } finally {
    await browser.close()
  }
}

await draw(await postedDocuments())
process.stdout.write(`${picture}\n`)
