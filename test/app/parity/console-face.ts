import { consoleCaller } from '../../../src/app/console.ts'
import type { CommandDesk } from '../../../src/domain/command.ts'
import { createConsolePage } from '../../../src/platforms/console/page/console-page.ts'
import { openOnThisMachine } from '../../../src/platforms/console/page/sign-in.ts'
import { systemRandom } from '../../../src/support/random.ts'
import { aPageHouse } from '../../platforms/console/page/a-page-house.ts'
import type { Face, Seen } from './face.ts'

/** Typed into the box of the console's page. */
export function consoleFace(desk: CommandDesk): Face {
  const page = createConsolePage({
    desk,
    caller: consoleCaller,
    signIn: openOnThisMachine(),
    newId: systemRandom.id,
    house: aPageHouse(),
    now: () => new Date('2026-12-02T08:00:00Z'),
  })
  async function send(fields: Readonly<Record<string, string>>): Promise<string> {
    const { body = '' } = await page.respond({
      method: 'POST',
      url: '/channels/main',
      headers: { host: '127.0.0.1', 'sec-fetch-site': 'same-origin' },
      body: Buffer.from(new URLSearchParams(fields).toString()),
    })
    const [, answer = ''] = /<section class="answer"[^>]*>(.*)<\/section>/s.exec(String(body)) ?? []
    return answer.replace(/<p class="asked">.*?<\/p>/s, '')
  }
  return {
    name: 'console page',
    channel: 'console:main',
    async ask(typed, press) {
      const answer = await send({ line: typed })
      if (press === undefined) return seen(answer)
      const button = new RegExp(`name="action" value="([^"]+)">${press}<`).exec(answer)
      if (!button) throw new Error(`The page has no button “${press}”`)
      return seen(await send({ action: button[1] ?? '' }))
    },
  }
}

function seen(html: string): Seen {
  const [document = '', form = ''] = html.split('<form class="form"')
  const all = (pattern: RegExp, text: string) =>
    [...text.matchAll(pattern)].map(([, words = '']) => bare(words))
  return {
    words: [bare(document.replace(/<div class="actions">.*?<\/div>/gs, ' '))],
    buttons: all(/<button[^>]*>(.*?)<\/button>/gs, document),
    labels: all(/<label[^>]*>(.*?)<\/label>/gs, form),
  }
}

function bare(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
