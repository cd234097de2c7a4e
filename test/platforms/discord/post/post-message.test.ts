import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliveryId } from '../../../../src/domain/ids.ts'
import type { Platform } from '../../../../src/domain/platform.ts'
import { markOf } from '../../../../src/platforms/discord/post/delivery-mark.ts'
import { type FakeDiscord, startFakeDiscord } from '../../../fakes/discord/fake-discord.ts'
import { createChannel, ids } from '../../../fakes/discord/world.ts'
import { movedClock } from '../../../support/moved-clock.ts'
import { aParent, aStory, platformOn, posted } from '../posting.ts'

let discord: FakeDiscord
let platform: Platform

beforeEach(async () => {
  discord = await startFakeDiscord({ isRateLimited: false })
  platform = platformOn(discord)
})
afterEach(() => discord.close())

const create = 'POST /channels/:id/messages'
const inChannel = (id: string) => ({ platform: 'discord', id }) as const

describe('a digest', () => {
  test('is posted once, however often it is sent', async () => {
    const first = posted(await platform.post(aParent()))
    expect(posted(await platform.post(aParent()))).toEqual(first)
    expect(discord.messagesIn(ids.news)).toHaveLength(1)
  })

  test('has its stories in a thread of its title', async () => {
    const parent = posted(await platform.post(aParent()))
    const story = posted(await platform.post(aStory(parent)))
    expect(discord.world.channels.get(parent.id)?.name).toBe(
      'Morning briefing · Tuesday 2 December',
    )
    expect(discord.messagesIn(parent.id)).toHaveLength(1)
    expect(discord.messagesIn(ids.news)).toHaveLength(1)
    expect(story.id.startsWith(`${parent.id}/`)).toBe(true)
  })

  test('has its stories as replies where no thread may be started', async () => {
    discord.world.channels.get(ids.news)?.may.delete('create-threads')
    const parent = posted(await platform.post(aParent()))
    await platform.post(aStory(parent))
    const [, story] = discord.messagesIn(ids.news)
    expect(story?.body.message_reference).toEqual({
      message_id: parent.id,
      fail_if_not_exists: false,
    })
  })

  test('opens its archived thread again', async () => {
    const parent = posted(await platform.post(aParent()))
    await platform.post(aStory(parent))
    const thread = discord.world.channels.get(parent.id)
    if (thread) thread.archived = true
    posted(await platform.post(aStory(parent, { deliveryId: deliveryId('delivery-3') })))
    expect(discord.messagesIn(parent.id)).toHaveLength(2)
  })

  test('that somebody deleted takes no stories and keeps its channel', async () => {
    const parent = posted(await platform.post(aParent()))
    const message = discord.state.messages.get(parent.id)
    if (message) message.isDeleted = true
    expect(posted(await platform.post(aParent())).id).toBe('0')
    expect(await platform.post(aStory(parent))).toMatchObject({ kind: 'malformed' })
    expect(await platform.post(aStory({ ...parent, id: '0' }))).toMatchObject({ kind: 'malformed' })
  })

  test('is a post with the tag of its title in a forum', async () => {
    const parent = posted(await platform.post(aParent({ channel: inChannel(ids.forum) })))
    const post = discord.world.channels.get(parent.id)
    expect(post).toMatchObject({ parentId: ids.forum, appliedTags: ['500000000000000001'] })
    posted(await platform.post(aStory(parent, { channel: inChannel(ids.forum) })))
    expect(discord.messagesIn(parent.id)).toHaveLength(2)
  })

  test('is corrected in place, in a channel, a thread and a forum', async () => {
    const parent = posted(await platform.post(aParent()))
    const story = posted(await platform.post(aStory(parent)))
    const forum = aParent({ channel: inChannel(ids.forum), deliveryId: deliveryId('f') })
    const post = posted(await platform.post(forum))
    for (const [message, outgoing] of [
      [parent, aParent()],
      [story, aStory(parent)],
      [post, forum],
    ] as const) {
      expect(await platform.edit(message, outgoing)).toMatchObject({ kind: 'posted' })
    }
    expect(discord.log.entries.filter(({ kind }) => kind === 'edit')).toHaveLength(3)
  })

  test('is sent as an embed, then as plain text, where its form is refused', async () => {
    discord.faults.arm({ method: create, act: { kind: 'error', error: 'no' } })
    posted(await platform.post(aParent()))
    expect(discord.messagesIn(ids.news)[0]?.body.embeds).toHaveLength(1)
    discord.faults.arm({ method: create, times: 2, act: { kind: 'error', error: 'no' } })
    posted(await platform.post(aParent({ deliveryId: deliveryId('other') })))
    expect(discord.messagesIn(ids.news)[1]?.body.content).toContain('Harbour bridge closed')
  })

  test('carries a nonce of 25 characters that is its own', async () => {
    await platform.post(aParent())
    const [message] = discord.messagesIn(ids.news)
    expect(message?.nonce).toBe(markOf(deliveryId('delivery-1')))
    expect(message?.nonce).toHaveLength(25)
    expect(markOf(deliveryId('delivery-2'))).not.toBe(message?.nonce)
    expect(JSON.stringify(message?.body)).toContain(` d:${message?.nonce}"`)
  })
})

describe('a message of unknown fate', () => {
  const clock = movedClock('2025-12-02T07:00:00Z')
  const later = new Date('2025-12-02T07:00:00Z')

  beforeEach(async () => {
    await discord.close()
    discord = await startFakeDiscord({ isRateLimited: false, now: () => clock.now().getTime() })
    platform = platformOn(discord, clock)
  })

  test.each([
    [{ kind: 'accept-then-fail' }],
    [{ kind: 'accept-then-reset' }],
    [{ kind: 'reset' }],
  ] as const)('after %j stands once after it was sent again within two minutes', async (act) => {
    discord.faults.arm({ method: create, act })
    const attemptedAt = clock.now()
    expect(await platform.post(aParent())).toMatchObject({ kind: 'unknown' })
    expect(await platform.find(aParent(), attemptedAt)).toEqual({ kind: 'repeatable' })
    posted(await platform.post(aParent()))
    expect(discord.messagesIn(ids.news)).toHaveLength(1)
  })

  test('is found by its mark when the nonce is forgotten, in channel, thread and forum', async () => {
    const parent = posted(await platform.post(aParent()))
    const story = posted(await platform.post(aStory(parent)))
    const forum = aParent({ channel: inChannel(ids.forum), deliveryId: deliveryId('f') })
    const post = posted(await platform.post(forum))
    await clock.advance(200_000)
    const longAgo = new Date(clock.now().getTime() - 200_000)
    for (const [message, outgoing] of [
      [parent, aParent()],
      [story, aStory(parent)],
      [post, forum],
    ] as const) {
      expect(await platform.find(outgoing, longAgo)).toEqual({ kind: 'found', message })
    }
  })

  test('is found among more than a page of messages', async () => {
    for (let n = 0; n < 120; n++) discord.people.say(`message ${n}`)
    const message = posted(await platform.post(aParent()))
    await clock.advance(150_000)
    const attemptedAt = new Date(clock.now().getTime() - 150_000)
    expect(await platform.find(aParent(), attemptedAt)).toEqual({ kind: 'found', message })
  })

  test('is absent from a complete listing, also when its thread was never started', async () => {
    const parent = posted(await platform.post(aParent()))
    await clock.advance(200_000)
    expect(await platform.find(aStory(parent), later)).toEqual({ kind: 'absent' })
    const forum = aParent({ channel: inChannel(ids.forum), deliveryId: deliveryId('g') })
    expect(await platform.find(forum, clock.now())).toEqual({ kind: 'absent' })
  })

  test('cannot be looked for without the right to read the history', async () => {
    discord.world.channels.get(ids.news)?.may.delete('history')
    await clock.advance(200_000)
    expect(await platform.find(aParent(), later)).toMatchObject({ kind: 'cannot-look' })
  })

  test('is never taken for somebody else’s message with the same mark', async () => {
    posted(await platform.post(aParent()))
    const [message] = discord.messagesIn(ids.news)
    if (message) Object.assign(message, { authorId: ids.member })
    await clock.advance(200_000)
    expect(await platform.find(aParent(), later)).toEqual({ kind: 'absent' })
  })
})

describe('what Discord answers', () => {
  const answer = (status: number, code: number) => ({
    kind: 'answer' as const,
    status,
    body: JSON.stringify({ code, message: 'x' }),
  })

  test.each([
    [404, 10003, { kind: 'refused', scope: 'channel' }],
    [404, 10004, { kind: 'refused', scope: 'channel' }],
    [403, 50001, { kind: 'refused', scope: 'channel' }],
    [403, 50013, { kind: 'refused', scope: 'channel' }],
    [400, 50083, { kind: 'refused', scope: 'channel' }],
    [403, 50007, { kind: 'refused', scope: 'channel' }],
    [400, 40067, { kind: 'refused', scope: 'channel' }],
    [400, 50035, { kind: 'malformed' }],
    [400, 50006, { kind: 'malformed' }],
    [400, 200000, { kind: 'malformed' }],
    [400, 240000, { kind: 'malformed' }],
    [400, 123456, { kind: 'malformed' }],
    [403, 123456, { kind: 'refused', scope: 'channel' }],
    [403, 20016, { kind: 'busy', scope: 'channel' }],
    [403, 20028, { kind: 'busy', scope: 'channel' }],
    [404, 10008, { kind: 'posted' }],
    [401, 0, { kind: 'refused', scope: 'workspace' }],
    [500, 0, { kind: 'unknown' }],
    [503, 0, { kind: 'unknown' }],
    [408, 0, { kind: 'unknown' }],
  ])('HTTP %i with code %i', async (status, code, outcome) => {
    discord.faults.arm({ method: create, times: 9, act: answer(status, code) })
    expect(await platform.post(aParent())).toMatchObject(outcome)
  })

  test.each([
    ['1', 1000],
    ['60', 60_000],
    ['3600', 3_600_000],
    [undefined, 5000],
    ['abc', 5000],
    ['-1', 5000],
    ['9999999', 3_600_000],
  ])(
    'F08: 429 with Retry-After %s pauses its channel alone for %i ms',
    async (retryAfter, waitMs) => {
      discord.faults.arm({ method: create, channel: ids.news, act: { kind: '429', retryAfter } })
      const busy = await platform.post(aParent())
      expect(busy).toEqual({ kind: 'busy', retryAfterMs: waitMs, scope: 'channel' })
      posted(await platform.post(aParent({ channel: inChannel(ids.announcements) })))
    },
  )

  test.each([
    ['a global limit', { 'retry-after': '2', 'x-ratelimit-global': 'true' }, '{}'],
    ['Cloudflare', { 'content-type': 'text/html' }, '<html>Error 1015</html>'],
  ])('F09: %s pauses everything for a minute, with one request', async (_name, headers, body) => {
    const clock = movedClock('2025-12-02T07:00:00Z')
    platform = platformOn(discord, clock)
    discord.faults.arm({
      method: create,
      act: { kind: 'answer', status: 429, headers: { ...headers }, body },
    })
    const busy = { kind: 'busy', retryAfterMs: 60_000, scope: 'platform' }
    expect(await platform.post(aParent())).toEqual(busy)
    await clock.advance(59_000)
    expect(await platform.post(aParent({ channel: inChannel(ids.announcements) }))).toEqual({
      ...busy,
      retryAfterMs: 1000,
    })
    expect(discord.log.entries.filter(({ kind }) => kind === 'request')).toHaveLength(1)
    await clock.advance(1000)
    posted(await platform.post(aParent()))
  })

  test('a bucket that is used up costs no request', async () => {
    await discord.close()
    discord = await startFakeDiscord()
    platform = platformOn(discord)
    const outcomes = []
    for (let n = 0; n < 7; n++) {
      outcomes.push((await platform.post(aParent({ deliveryId: deliveryId(`d${n}`) }))).kind)
    }
    expect(outcomes).toEqual(['posted', 'posted', 'posted', 'posted', 'posted', 'busy', 'busy'])
    const statuses = discord.log.entries.map(({ status }) => status)
    expect(statuses).not.toContain(429)
  })

  test('F10: a channel without permission costs one invalid request', async () => {
    expect(await platform.post(aParent({ channel: inChannel(ids.secret) }))).toMatchObject({
      kind: 'refused',
      scope: 'channel',
    })
    expect(discord.log.entries.filter(({ kind }) => kind === 'request')).toHaveLength(1)
  })

  test('a token that is refused ends all sending after one request', async () => {
    platform = platformOn({ ...discord, world: { ...discord.world, token: 'wrong' } })
    expect(await platform.post(aParent())).toMatchObject({ kind: 'refused', scope: 'workspace' })
    expect(await platform.post(aParent())).toMatchObject({ kind: 'refused', scope: 'workspace' })
    expect(discord.log.entries.filter(({ kind }) => kind === 'request')).toHaveLength(1)
  })

  test('nothing, when it cannot be reached, is surely not sent', async () => {
    platform = platformOn({ ...discord, apiUrl: 'http://127.0.0.1:9/api' })
    expect(await platform.post(aParent())).toMatchObject({ kind: 'not-sent', unreachable: true })
  })
})

describe('the workspace of a channel', () => {
  test('is its server', async () => {
    expect(await platform.workspaceOf(inChannel(ids.otherNews))).toBe(`discord:${ids.otherGuild}`)
  })

  test('is unknown where the bot cannot see it', async () => {
    expect(await platform.workspaceOf(inChannel(ids.secret))).toBeUndefined()
    expect(await platform.workspaceOf(inChannel('299999999999999999'))).toBeUndefined()
  })
})

describe('a word to the admins', () => {
  const words = { blocks: [], fallback: 'A digest could not be posted.' }

  test('goes to the server’s owner alone', async () => {
    await platform.tellAdmins(aParent().workspaceId, words)
    expect(discord.messagesIn(`7${ids.owner.slice(1)}`)).toHaveLength(1)
  })

  test('goes to the moderators’ channel where the owner takes no messages', async () => {
    const direct = `7${ids.owner.slice(1)}`
    discord.world.channels.set(
      direct,
      createChannel({ id: direct, type: 1, guildId: undefined, isClosed: true }),
    )
    expect(await platform.tellAdmins(aParent().workspaceId, words)).toMatchObject({
      kind: 'refused',
    })
    const guild = discord.world.guilds.get(ids.guild)
    if (guild) guild.publicUpdatesChannelId = ids.news
    posted(await platform.tellAdmins(aParent().workspaceId, words))
    expect(discord.messagesIn(ids.news)).toHaveLength(1)
  })
})
