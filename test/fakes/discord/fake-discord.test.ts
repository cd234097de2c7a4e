import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FakeDiscord, startFakeDiscord } from './fake-discord.ts'
import type { Json } from './fake-state.ts'
import { ids } from './world.ts'

let discord: FakeDiscord

beforeAll(async () => {
  discord = await startFakeDiscord({ isRateLimited: false })
})
afterAll(() => discord.close())
beforeEach(() => discord.faults.clear())

async function call(method: string, path: string, body?: unknown, token = discord.world.token) {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const answer = text === '' ? {} : (JSON.parse(text) as Json)
  return { status: response.status, code: answer.code, answer }
}

const post = (body: unknown, channel: string = ids.news) =>
  call('POST', `/channels/${channel}/messages`, body)

const text = (content: string) => ({ type: 10, content })
const button = (changes: object = {}) => ({
  type: 2,
  style: 2,
  label: 'A',
  custom_id: 'a',
  ...changes,
})
const row = (...components: object[]) => ({ type: 1, components })
const v2 = (...components: object[]) => ({ flags: 1 << 15, components })

describe('a message that breaks a rule is refused', () => {
  test.each<[string, object, number]>([
    ['content of 2001', { content: 'x'.repeat(2001) }, 50035],
    ['nothing', {}, 50006],
    ['blanks alone', { content: '  ' }, 50006],
    ['an embed of 4097', { embeds: [{ description: 'x'.repeat(4097) }] }, 50035],
    [
      'embeds of 6001 together',
      { embeds: [{ description: 'x'.repeat(3001) }, { description: 'y'.repeat(3000) }] },
      50035,
    ],
    ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, 50035],
    ['41 components', v2(...Array.from({ length: 41 }, () => text('x'))), 50035],
    [
      '41 components, nested counted',
      v2({ type: 17, components: Array.from({ length: 40 }, () => text('x')) }),
      50035,
    ],
    ['4001 characters of components', v2(text('x'.repeat(2001)), text('y'.repeat(2000))), 50035],
    ['content beside Components V2', { ...v2(text('x')), content: 'y' }, 50035],
    ['text displays without the flag', { components: [text('x')] }, 50035],
    [
      'six rows',
      {
        content: 'x',
        components: Array.from({ length: 6 }, (_, n) => row(button({ custom_id: `${n}` }))),
      },
      50035,
    ],
    [
      'six buttons in a row',
      {
        content: 'x',
        components: [row(...Array.from({ length: 6 }, (_, n) => button({ custom_id: `${n}` })))],
      },
      50035,
    ],
    [
      'a button without an id',
      { content: 'x', components: [row(button({ custom_id: undefined }))] },
      50035,
    ],
    [
      'a button of 81',
      { content: 'x', components: [row(button({ label: 'x'.repeat(81) }))] },
      50035,
    ],
    [
      'an id of 101',
      { content: 'x', components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      50035,
    ],
    ['an id twice', { content: 'x', components: [row(button(), button())] }, 50035],
    [
      'a link of 513',
      v2({
        type: 9,
        components: [text('x')],
        accessory: { type: 2, style: 5, label: 'x', url: `https://a.example/${'x'.repeat(496)}` },
      }),
      50035,
    ],
    [
      'a link to a script',
      v2({
        type: 9,
        components: [text('x')],
        accessory: { type: 2, style: 5, label: 'x', url: 'javascript:alert(1)' },
      }),
      50035,
    ],
    ['a nonce of 26', { content: 'x', nonce: 'n'.repeat(26) }, 50035],
    ['half a character', { content: 'a\ud800' }, 50035],
    [
      'roles both parsed and listed',
      { content: 'x', allowed_mentions: { parse: ['roles'], roles: [ids.editors] } },
      50035,
    ],
  ])('%s', async (_rule, body, code) => {
    expect(await post(body)).toMatchObject({ status: 400, code })
  })

  test('and one that keeps them is taken', async () => {
    expect(await post({ content: 'x'.repeat(2000) })).toMatchObject({ status: 200 })
    expect(await post(v2(text('x'.repeat(4000))))).toMatchObject({ status: 200 })
  })
})

describe('who may not', () => {
  test('a wrong token is refused', async () => {
    expect(await call('GET', '/users/@me', undefined, 'wrong')).toMatchObject({ status: 401 })
  })

  test('a channel that is hidden, or not there, or a forum, takes no message', async () => {
    expect(await post({ content: 'x' }, ids.secret)).toMatchObject({ status: 403, code: 50001 })
    expect(await post({ content: 'x' }, '299999999999999999')).toMatchObject({ code: 10003 })
    expect(await post({ content: 'x' }, ids.forum)).toMatchObject({ status: 400, code: 50008 })
  })
})

test('the same nonce gives the same message, and only where it is enforced', async () => {
  const body = { content: 'x', nonce: 'n1', enforce_nonce: true }
  const first = await post(body)
  expect((await post(body)).answer.id).toBe(first.answer.id)
  expect((await post({ content: 'x', nonce: 'n1' })).answer.id).not.toBe(first.answer.id)
})

test('the flag of Components V2 cannot be taken off by an edit', async () => {
  const { answer } = await post(v2(text('x')))
  const path = `/channels/${ids.news}/messages/${String(answer.id)}`
  expect(await call('PATCH', path, { flags: 0, content: 'y' })).toMatchObject({ code: 50035 })
})

describe('an answer to an interaction', () => {
  const answer = (interaction: { id: string; token: string }, body: object) =>
    call('POST', `/interactions/${interaction.id}/${interaction.token}/callback`, body)
  const press = () => discord.people.press('1', 'a')

  test('is taken once', async () => {
    const pressed = press()
    expect(await answer(pressed, { type: 4, data: { content: 'x' } })).toMatchObject({
      status: 204,
    })
    expect(await answer(pressed, { type: 4, data: { content: 'x' } })).toMatchObject({
      code: 40060,
    })
  })

  test('with an unknown token, or of a kind that does not belong there, is refused', async () => {
    expect(await answer({ id: '1', token: 'x' }, { type: 5 })).toMatchObject({ code: 10062 })
    expect(await answer(press(), { type: 8, data: { choices: [] } })).toMatchObject({ code: 50035 })
  })

  test('comes too late after three seconds', async () => {
    let nowMs = Date.now()
    const late = await startFakeDiscord({ now: () => nowMs })
    const pressed = late.people.press('1', 'a')
    nowMs += 3001
    const response = await fetch(
      `${late.apiUrl}/v10/interactions/${pressed.id}/${pressed.token}/callback`,
      {
        method: 'POST',
        body: JSON.stringify({ type: 5 }),
      },
    )
    expect(await response.json()).toMatchObject({ code: 10062 })
    await late.close()
  })
})

test('the sixth message in five seconds waits, and the 51st request in a second is for all', async () => {
  const nowMs = Date.now()
  const limited = await startFakeDiscord({ now: () => nowMs })
  const send = (channel: string) =>
    fetch(`${limited.apiUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${limited.world.token}` },
      body: JSON.stringify({ content: 'x' }),
    })
  const statuses = []
  for (let n = 0; n < 6; n++) statuses.push((await send(ids.news)).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  limited.world.anyChannelIn = ids.guild
  for (let n = 0; n < 45; n++) await send(`3${String(n).padStart(17, '0')}`)
  expect((await send(ids.announcements)).headers.get('x-ratelimit-global')).toBe('true')
  await limited.close()
})

test('a command that breaks a rule is refused', async () => {
  const put = (...commands: object[]) => call('PUT', `/applications/${ids.bot}/commands`, commands)
  const fine = { name: 'ask', type: 1, description: 'Ask', default_member_permissions: null }
  expect(await put(fine)).toMatchObject({ status: 200 })
  for (const changes of [
    { name: 'Ask!' },
    { description: '' },
    { description: 'x'.repeat(101) },
    {
      options: Array.from({ length: 26 }, (_, n) => ({ type: 3, name: `o${n}`, description: 'x' })),
    },
    {
      options: [
        { type: 3, name: 'a', description: 'x' },
        { type: 3, name: 'b', description: 'x', required: true },
      ],
    },
  ]) {
    expect(await put({ ...fine, ...changes })).toMatchObject({ code: 50035 })
  }
})
