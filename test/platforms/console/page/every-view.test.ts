import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBrowser, anOpenDemo } from './an-open-demo.ts'

let demo: Awaited<ReturnType<typeof anOpenDemo>> | undefined
let browser: Browser | undefined
let contexts: Readonly<Record<'light' | 'dark', BrowserContext>>
let story: string

beforeAll(async () => {
  demo = await anOpenDemo()
  browser = await aBrowser()
  contexts = {
    light: await browser.newContext({ colorScheme: 'light' }),
    // A telephone.
    dark: await browser.newContext({ colorScheme: 'dark', viewport: { width: 390, height: 844 } }),
  }
  const page = await contexts.light.newPage()
  await page.goto(`${demo?.url}/stories`)
  // The first day's bridge story has three outlets, and one of the second day two that disagree.
  story = (await page.getByText('Fire at Halmsund cold store').getAttribute('href')) ?? ''
  await page.close()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** Opens a view, and closes it when the look is over; a fault in the page's script is a fault of the view. */
async function look<Seen>(
  path: string,
  scheme: 'light' | 'dark',
  see: (page: Page) => Promise<Seen>,
): Promise<Seen> {
  const page = await contexts[scheme].newPage()
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (words) => {
    if (words.type() === 'error') faults.push(words.text())
  })
  try {
    await page.goto(`${demo?.url}${path}`)
    return await see(page)
  } finally {
    await page.close()
    expect(faults).toEqual([])
  }
}

async function violations(page: Page): Promise<readonly string[]> {
  // The page lets no foreign script in; this one is brought by the test, past the policy.
  await page.evaluate(axe.source)
  const { violations: found } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[]
  }
  return found.map(({ id, impact, nodes }) => `${impact}: ${id} at ${nodes[0]?.html.slice(0, 120)}`)
}

/** Run in the page. */
const measure = `({
  over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  bytes: performance.getEntries().reduce((sum, entry) => sum + (entry.decodedBodySize ?? 0), 0),
})`
const droppedFile = `(() => {
  const opml = '<opml version="2.0"><body><outline text="Fjord" xmlUrl="https://tarn-courier.example/rss.xml"/></body></opml>'
  const data = new DataTransfer()
  data.items.add(new File([opml], 'feeds.opml'))
  return data
})()`

const views: readonly (readonly [string, () => string])[] = [
  ['the channel, plain', () => '/'],
  ['the channel as Slack shows it', () => '/channels/main?as=slack'],
  ['the channel as Discord shows it', () => '/channels/main?as=discord'],
  ['the stories', () => '/stories'],
  ['a story', () => story],
  ['feeds', () => '/feeds'],
  ['digests', () => '/digests'],
  ['a digest', () => '/digests/morning'],
  ['quality', () => '/quality'],
  ['the system', () => '/system'],
]

describe.each(views)('the view of %s', (_name, path) => {
  test.each(['light', 'dark'] as const)(
    'is readable for everybody, fits the screen and weighs less than 150 KB, in %s colours',
    { timeout: 60_000 },
    async (scheme) => {
      const seen = await look(path(), scheme, async (page) => ({
        ...((await page.evaluate(measure)) as { over: number; bytes: number }),
        violations: await violations(page),
      }))
      expect(seen.violations).toEqual([])
      expect(seen.over).toBeLessThanOrEqual(0)
      expect(seen.bytes).toBeGreaterThan(5_000)
      expect(seen.bytes).toBeLessThan(150_000)
    },
  )
})

describe('what can be done on the page', { timeout: 60_000 }, () => {
  const act = (path: string, name: string, says: string) =>
    look(path, 'light', async (page) => {
      await page.getByRole('button', { name, exact: true }).first().click()
      await page.locator('#answer').getByText(says).first().waitFor()
    })

  test.each([
    ['a button of Slack’s message', '/channels/main?as=slack', 'Quotes', 'verified in source'],
    ['a button of Discord’s message', '/channels/main?as=discord', 'Sources', 'Wire One'],
    ['the test of a feed', '/feeds', 'Test', 'Buses back'],
    ['the question why of a feed', '/feeds', 'Why', 'Coast Radio'],
    ['a digest’s preview', '/digests/morning', 'Preview', 'Why these stories'],
  ])('%s answers', (_, path, name, says) => act(path, name, says))

  test('a file of feeds is read when it is dropped, and one is saved', async () => {
    await look('/feeds', 'light', async (page) => {
      const transfer = await page.evaluateHandle(droppedFile)
      await page.dispatchEvent('form.drop', 'drop', { dataTransfer: transfer })
      await page.locator('#answer').getByText('1 feed added').waitFor()
      const saved = await page.request.get(`${demo?.url}/feeds.opml`)
      expect(await saved.text()).toContain('https://tarn-courier.example/rss.xml')
    })
  })

  test('a feed of one’s own is changed, paused and resumed', async () => {
    await look('/feeds', 'light', async (page) => {
      const row = page.locator('tr', { hasText: 'Fjord' })
      await row.getByRole('button', { name: 'Pause' }).click()
      await row.getByText('Paused').waitFor()
      await row.getByRole('button', { name: 'Resume' }).click()
      await row.getByRole('button', { name: 'Pause' }).waitFor()
      await row.getByRole('link', { name: 'Edit Fjord' }).click()
      await page.fill('#feeds-edit-name', 'Fjord News')
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Save' }).click()
      await page.locator('tr', { hasText: 'Fjord News' }).waitFor()
    })
  })

  test('a digest is planned with its next runs in view, changed, and taken away', async () => {
    await look('/digests', 'light', async (page) => {
      await page.getByText('Make a digest').click()
      await page.fill('#digest-create-name', 'evening')
      await page.fill('#digest-create-time', '18:30')
      await page.fill('#digest-create-timezone', 'Europe/Berlin')
      await page.getByRole('button', { name: 'Show the next runs' }).click()
      await page.locator('#answer').getByText('18:30').first().waitFor()
      await page.getByText('Make a digest').click()
      await page.fill('#digest-create-name', 'evening')
      await page.fill('#digest-create-time', '18:30')
      await page.fill('#digest-create-timezone', 'Europe/Berlin')
      await page.getByRole('button', { name: 'Make it' }).click()
      await page.getByRole('link', { name: 'Evening briefing' }).click()
      await page.fill('#digest-edit-time', '19:15')
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Save' }).click()
      await page.locator('.lead', { hasText: '19:15' }).waitFor()
      await page.getByRole('button', { name: 'Pause' }).click()
      await page.getByText('nothing is posted before somebody resumes it').waitFor()
    })
  })
})
