import { mkdir, readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import chromium from '@sparticuz/chromium'
import { chromium as browsers } from 'playwright-core'
import { demo } from '../../src/cli/demo.ts'
import type { Document } from '../../src/domain/document.ts'
import { workspaceId } from '../../src/domain/ids.ts'
import { renderHtml } from '../../src/platforms/console/render/render-html.ts'
import { renderDiscord } from '../../src/platforms/discord/render/render-discord.ts'
import { renderSlack } from '../../src/platforms/slack/render/render-digest.ts'
import { channelMessages } from '../../src/store/messages/messages.ts'
import { openStore } from '../../src/store/open-store.ts'
import { discordHtml } from './discord-html.ts'
import { slackHtml } from './slack-html.ts'

/*
 * Draws the README's pictures of a digest: `npm run pictures`. They show what the demonstration posts: on the console as its own
 * rendering lays it out, on Slack and Discord from the very blocks that are sent there; nothing is made up for a picture.
 */
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

type Picture = { readonly file: string; readonly style: string; readonly html: string }

async function picturesOf(documents: readonly Document[]): Promise<readonly Picture[]> {
  const [parent, ...replies] = documents
  if (!parent) throw new Error('There is no digest to be drawn.')
  const styleIn = (file: string) => readFile(new URL(file, import.meta.url), 'utf8')
  const page = (name: string, messages: readonly string[]) =>
    `<main class="${name}">${messages.map((each) => `<article>${each}</article>`).join('')}</main>`
  const platforms = await styleIn('platforms.css')
  return [
    {
      file: 'docs/pictures/digest.png',
      style: await styleIn('digest.css'),
      html: `<main>${documents.map((document) => renderHtml(document)).join('')}</main>`,
    },
    {
      file: 'docs/pictures/slack.png',
      style: platforms,
      html: page('slack', renderSlack({ parent, replies }).slice(0, 2).map(slackHtml)),
    },
    {
      file: 'docs/pictures/discord.png',
      style: platforms,
      html: page('discord', renderDiscord({ parent, replies }).slice(0, 2).map(discordHtml)),
    },
  ]
}

async function draw(pictures: readonly Picture[]): Promise<void> {
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
    await mkdir('docs/pictures', { recursive: true })
    for (const { file, style, html } of pictures) {
      await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${html}`)
      await page.locator('main').screenshot({ path: file })
      process.stdout.write(`${file}\n`)
    }
  } finally {
    await browser.close()
  }
}

await draw(await picturesOf(await postedDocuments()))
