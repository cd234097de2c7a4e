import chromium from '@sparticuz/chromium'
import axe from 'axe-core'
import { type Browser, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { consolePage } from '../../../../src/app/console-page.ts'
import { openOnThisMachine } from '../../../../src/platforms/console/page/sign-in.ts'
import { silentLog } from '../../../../src/support/log.ts'
import { startWebServer } from '../../../../src/web/web-server.ts'
import { aNewsroom, sentBy } from '../../../app/a-newsroom.ts'

let browser: Browser
beforeAll(async () => {
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox'],
    headless: true,
  })
})
afterAll(() => browser.close())

/** The page over a channel in which one digest stands. */
async function openPage(colorScheme: 'light' | 'dark' = 'light') {
  const newsroom = await aNewsroom({ startAt: '2026-03-01T20:00:00Z' })
  await newsroom.work()
  newsroom.publish({
    guid: 'fire',
    title: 'Fire at cold store in the port',
    text:
      'A fire at a cold store in the port injured 14 people on Monday night, the fire service said. ' +
      '“We closed the tank by hand, and it held,” fire chief Jonas Reith told reporters at the quay.',
    at: '2026-03-02T05:00:00Z',
  })
  await newsroom.goTo(sentBy('2026-03-02T08:00:00Z'))
  await newsroom.work()
  let count = 0
  const { desk } = await newsroom.app.openDesks()
  const server = await startWebServer({
    host: '127.0.0.1',
    port: 0,
    health: { readiness: async () => ({ faults: [] }), metrics: async () => '' },
    mounts: [
      consolePage(newsroom.app, {
        desk,
        signIn: openOnThisMachine(),
        newId: () => `request-${++count}`,
      }),
    ],
    log: silentLog,
  })
  const page = await browser.newPage({ colorScheme })
  onTestFinished(async () => {
    await page.close()
    await server.stop()
  })
  await page.goto(server.url)
  return page
}

describe('the console in a browser', () => {
  test('shows the digest, and answers a question from it', async () => {
    const page = await openPage()
    expect(await page.textContent('main')).toContain('We closed the tank by hand, and it held')
    await page.fill('#line', 'ask who is Jonas Reith')
    await page.press('#line', 'Enter')
    expect(await page.textContent('#answer')).toContain('Jonas Reith')
  })

  test('a button acts', async () => {
    const page = await openPage()
    await page.getByRole('button', { name: 'Sources' }).click()
    expect(await page.textContent('#answer')).toContain('Harbour Post')
  })

  test.each(['light', 'dark'] as const)(
    'is readable for everybody, in %s colours too',
    async (scheme) => {
      const page = await openPage(scheme)
      await page.fill('#line', 'feeds list')
      await page.press('#line', 'Enter')
      await page.waitForSelector('#answer')
      // The page lets no foreign script in; this one is brought by the test, past the policy.
      await page.evaluate(axe.source)
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; impact: string }[]
      }
      expect(violations.map(({ id, impact }) => `${impact}: ${id}`)).toEqual([])
    },
  )
})
