import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBrowser, anOpenDemo } from './platforms/console/page/an-open-demo.ts'

let demo: Awaited<ReturnType<typeof anOpenDemo>> | undefined
let browser: Browser | undefined
let page: Page

beforeAll(async () => {
  demo = await anOpenDemo()
  browser = await aBrowser()
  page = await browser.newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

const open = (path: string) => page.goto(`${demo?.url}${path}`)
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
const answer = () => page.locator('#answer')

/** One step after the other, on one page, as a newcomer goes. */
describe('a newcomer who has the demonstration open', { timeout: 60_000 }, () => {
  test('sees the digests as they were posted', async () => {
    await open('/')
    expect(await page.locator('#threads .thread').count()).toBe(3)
    expect(await page.textContent('#threads')).toContain('Morning briefing · Thursday 3 December')
  })

  test('gets an answer with its passages', async () => {
    await page.fill('#line', 'ask how long is the longer of the two cracks in the bridge?')
    await page.press('#line', 'Enter')
    await answer().getByText('38 centimetres').first().waitFor()
    expect(await answer().locator('a').count()).toBeGreaterThan(0)
  })

  test('reads a quote in its passage, one press away from the digest', async () => {
    await page.locator('#threads blockquote a').last().click()
    await page.waitForURL('**/stories/**')
    const words = await page.locator('.told blockquote').first().textContent()
    const marked = await page.locator('.rests-on mark').first().textContent()
    expect(words?.replace(/[“”]/g, '').trim()).toBe(marked)
    expect(await page.locator('.rests-on u').count()).toBeGreaterThan(0)
  })

  test('adds a feed by the address of its site, and sees how it does', async () => {
    await open('/feeds')
    await page.fill('#add-url', 'tarn-courier.example')
    await press('Look at it')
    await answer().getByText('Add “Tarn Courier”?').waitFor()
    await press('Add')
    await answer().getByText('Tarn Courier').first().waitFor()
    const row = page.locator('tr', { hasText: 'Tarn Courier' })
    await expect
      .poll(
        async () => {
          await open('/feeds')
          return row.textContent()
        },
        { timeout: 40_000, interval: 500 },
      )
      .toContain('Readable')
    expect(await row.locator('svg.spark').count()).toBe(1)
  })

  test('looks at the digest of this morning with the reasons, runs it, and finds it in the channel', async () => {
    await open('/digests')
    await press('Preview')
    await answer().getByText('Why these stories').waitFor()
    const preview = await answer().textContent()
    expect(preview).toContain('tunnel')
    await answer().getByRole('button', { name: 'Post now' }).click()
    await answer()
      .getByText(/Posted|being posted/)
      .waitFor()
    await open('/')
    // Where it is still on its way, the page shows it when it comes.
    await page.locator('#threads').getByText('Morning briefing · Friday 4 December').waitFor()
  })
})
