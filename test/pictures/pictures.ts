import { mkdir, readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { aBrowser, anOpenDemo } from '../platforms/console/page/an-open-demo.ts'

/*
 * Draws the pictures of the README and the documents: `npm run pictures`. They show what the demonstration posts, on the
 * console's own pages; nothing in them is made up for a picture.
 */

const folder = 'docs/pictures'
/** The second morning: a story of three outlets, sources that disagree, a story that goes on. */
const morning = 'Wednesday 2 December'

type Picture = {
  readonly name: string
  readonly path: string
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  /** What of the page is shown; the page as it opens where nothing is said. */
  readonly part?: (page: Page) => Promise<Locator>
}

const pictures: readonly Picture[] = [
  { name: 'story', path: '/stories', part: storyOfTheFire, width: 1280 },
  { name: 'slack', path: '/?as=slack', part: digestAlone, width: 1180 },
  { name: 'discord', path: '/?as=discord', scheme: 'dark', part: digestAlone, width: 1180 },
  { name: 'console', path: '/', width: 1280 },
  { name: 'feeds', path: '/feeds', width: 1280 },
  { name: 'quality', path: '/quality', scheme: 'dark', width: 1280 },
]

/** The parent and its first two stories. */
async function digestAlone(page: Page): Promise<Locator> {
  const thread = page.locator('.thread', { hasText: morning }).first()
  await thread.evaluate((found) => {
    const isMessage = '.document, .slack-message, .discord-message'
    const messages = [...found.querySelectorAll(isMessage)]
    for (const late of messages.slice(3)) late.remove()
    const links = [...found.querySelectorAll(':scope > .open')]
    for (const link of links.slice(2)) link.remove()
  })
  return thread
}

/** Three outlets, two of which count differently. */
async function storyOfTheFire(page: Page): Promise<Locator> {
  await page.getByText('Fire at Halmsund cold store').click()
  await page.locator('.story').waitFor()
  await page.evaluate(
    "for (const pair of document.querySelectorAll('#point-2, #point-3, #point-4')) pair.remove()",
  )
  return page.locator('.story')
}

async function draw(picture: Picture, browser: Browser, url: string): Promise<void> {
  const { name, path, scheme = 'light', width = 1280, part } = picture
  const page = await browser.newPage({
    colorScheme: scheme,
    viewport: { width, height: 820 },
    deviceScaleFactor: 1.25,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  await page.goto(url + path)
  const shown = part && (await part(page))
  // What sticks to the lower edge would lie across a part that is taller than the window.
  if (shown) await page.evaluate("document.querySelector('.box')?.remove()")
  await shown?.evaluate((found) =>
    Object.assign(found.style, { padding: '28px 36px', border: '0' }),
  )
  await page.waitForFunction("!document.querySelector('time[data-local]')")
  await (shown ?? page).screenshot({ path: `${folder}/${name}.png` })
  await page.close()
  const { length } = await readFile(`${folder}/${name}.png`)
  process.stdout.write(`${folder}/${name}.png ${Math.round(length / 1000)} KB\n`)
}

await mkdir(folder, { recursive: true })
const demo = await anOpenDemo()
const browser = await aBrowser()
try {
  for (const picture of pictures) await draw(picture, browser, demo.url)
} finally {
  await browser.close()
  await demo.stop()
}
