import { describe, expect, test } from 'vitest'
import { consoleCaller } from '../../../../src/app/console.ts'
import type { CommandCall, CommandDesk, Reply } from '../../../../src/domain/command.ts'
import { actionId } from '../../../../src/domain/ids.ts'
import {
  type ConsolePageOptions,
  createConsolePage,
} from '../../../../src/platforms/console/page/console-page.ts'
import { byOneTimeLink, openOnThisMachine } from '../../../../src/platforms/console/page/sign-in.ts'
import type { InboundRequest } from '../../../../src/support/inbound.ts'
import { aPageHouse } from './a-page-house.ts'

function aPage(over: Partial<ConsolePageOptions> = {}) {
  const calls: CommandCall[] = []
  const reply: Reply = {
    document: {
      blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: 'Done & dusted.' }] }],
      fallback: '',
    },
    audience: 'caller',
    outcome: 'done',
  }
  const desk: CommandDesk = {
    specs: [
      {
        name: 'ask',
        description: 'command.ask',
        audience: 'everyone',
        options: [
          {
            name: 'question',
            kind: 'text',
            description: 'option.question',
            required: true,
            positional: true,
          },
        ],
      },
    ],
    run: async (call) => {
      calls.push(call)
      return reply
    },
    complete: async () => [],
  }
  const page = createConsolePage({
    desk,
    caller: consoleCaller,
    signIn: openOnThisMachine(),
    newId: () => 'call-1',
    house: aPageHouse({
      threads: async () => [
        {
          document: {
            blocks: [
              { kind: 'heading', text: 'Bridge <closed>' },
              {
                kind: 'actions',
                actions: [{ label: 'Ask', command: 'ask', options: {}, id: actionId('a1') }],
              },
            ],
            fallback: '',
          },
          storyId: undefined,
          replies: [],
        },
      ],
    }),
    now: () => new Date('2026-12-02T08:00:00Z'),
    ...over,
  })
  return { page, calls }
}

function request(
  over: Partial<InboundRequest> & { readonly form?: Record<string, string> } = {},
): InboundRequest {
  const { form, ...rest } = over
  return {
    method: form ? 'POST' : 'GET',
    url: '/channels/main',
    headers: { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' },
    body: Buffer.from(new URLSearchParams(form ?? {}).toString()),
    ...rest,
  }
}

describe("the console's page", () => {
  test('shows what stands in a channel, foreign words escaped', async () => {
    const { status, body } = await aPage().page.respond(request())
    expect(status).toBe(200)
    expect(body).toContain('Bridge &lt;closed&gt;')
  })

  test('runs a typed command and shows its answer', async () => {
    const { page, calls } = aPage()
    const { body } = await page.respond(request({ form: { line: 'ask who closed it' } }))
    expect(calls).toMatchObject([{ command: 'ask', options: { question: 'who closed it' } }])
    expect(body).toContain('Done &amp; dusted.')
  })

  test('presses a button by the id of its action', async () => {
    const { page, calls } = aPage()
    await page.respond(request({ form: { action: 'a1' } }))
    expect(calls).toMatchObject([{ command: 'press', options: { action: 'a1' } }])
  })

  test('sends a form as its command with the fields as options', async () => {
    const { page, calls } = aPage()
    await page.respond(
      request({ form: { command: 'ask', 'option.question': 'why', 'option.story': '' } }),
    )
    expect(calls).toMatchObject([{ command: 'ask', options: { question: 'why' } }])
  })

  test.each([
    ['another site', { host: '127.0.0.1:8080', 'sec-fetch-site': 'cross-site' }],
    ['another origin', { host: '127.0.0.1:8080', origin: 'https://evil.example' }],
    ['nowhere', { host: '127.0.0.1:8080' }],
  ])('does nothing for a request that comes from %s', async (_, headers) => {
    const { page, calls } = aPage()
    const { status } = await page.respond(request({ form: { line: 'ask x' }, headers }))
    expect([status, calls]).toEqual([403, []])
  })

  test('is closed to whoever calls this machine by a name of their own', async () => {
    const headers = { host: 'evil.example:8080' }
    expect((await aPage().page.respond(request({ headers }))).status).toBe(401)
  })

  test('that listens elsewhere opens by a link that works once', async () => {
    let count = 0
    const signIn = byOneTimeLink(() => `secret${++count}`)
    const { page } = aPage({ signIn })
    const host = 'dateline.example.org'
    expect((await page.respond(request({ headers: { host } }))).status).toBe(401)
    const entered = await page.respond(request({ url: signIn.path ?? '' }))
    expect(entered.status).toBe(303)
    const cookie = entered.headers?.['set-cookie']?.split(';')[0]
    expect((await page.respond(request({ headers: { host, cookie } }))).status).toBe(200)
    expect((await page.respond(request({ url: signIn.path ?? '' }))).status).toBe(401)
    expect(
      (await page.respond(request({ headers: { host, cookie: 'dateline=guess' } }))).status,
    ).toBe(401)
  })

  test('takes a file that a form brings for its text', async () => {
    const { page, calls } = aPage()
    const form = new FormData()
    form.set('command', 'feeds import')
    form.set('option.file', new File(['<opml/>'], 'feeds.opml'))
    const sent = new Response(form)
    const type = sent.headers.get('content-type') ?? undefined
    const headers = { ...request().headers, 'content-type': type }
    const body = new Uint8Array(await sent.arrayBuffer())
    await page.respond({ ...request({ headers }), method: 'POST', body })
    expect(calls).toMatchObject([{ command: 'feeds import', options: { file: '<opml/>' } }])
  })

  test('acts in the workspace that it shows, and in no other', async () => {
    const { page, calls } = aPage()
    const url = '/w/slack:T1/channels/slack:C1'
    await page.respond(request({ url, form: { line: 'ask why' } }))
    expect(calls.map(({ caller }) => [caller.workspaceId, caller.channel?.id])).toEqual([
      ['slack:T1', 'C1'],
    ])
    expect((await page.respond(request({ url: '/w/slack:T2/' }))).status).toBe(404)
  })

  test('brings its own style and script, and lets a browser keep them', async () => {
    const { body } = await aPage().page.respond(request())
    const addresses = [...String(body).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)]
    expect(addresses).toHaveLength(3)
    for (const [, url = ''] of addresses) {
      const asset = await aPage().page.respond(request({ url }))
      expect(asset.headers?.['cache-control']).toContain('immutable')
    }
  })

  test('has nothing at other addresses', async () => {
    expect((await aPage().page.respond(request({ url: '/channels/../x' }))).status).toBe(404)
  })
})
