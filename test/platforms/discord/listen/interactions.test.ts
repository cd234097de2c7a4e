import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Form } from '../../../../src/domain/command.ts'
import { actionId } from '../../../../src/domain/ids.ts'
import type { DiscordPlatform } from '../../../../src/platforms/discord/discord-platform.ts'
import { type FakeDiscord, startFakeDiscord } from '../../../fakes/discord/fake-discord.ts'
import type { Json } from '../../../fakes/discord/fake-state.ts'
import { addMessage } from '../../../fakes/discord/messages.ts'
import { createChannel, ids } from '../../../fakes/discord/world.ts'
import { aParent, aStory, posted } from '../posting.ts'
import {
  answered,
  registered,
  saying,
  specs,
  startable,
  type TestDesk,
  testDesk,
  until,
  wordsOf,
} from './stage.ts'

let discord: FakeDiscord
let platform: DiscordPlatform
let desk: TestDesk
let nowMs = Date.now()

beforeAll(async () => {
  discord = await startFakeDiscord({ isRateLimited: false, now: () => nowMs })
  platform = startable(discord)
  desk = testDesk()
  await platform.start(desk)
  await registered(discord)
})
afterAll(async () => {
  await platform.stop()
  await discord.close()
})
beforeEach(() => {
  desk.calls.length = 0
  desk.reply = () => saying('Three stories.')
  nowMs = Date.now()
})

const original = (id: string | undefined) => discord.state.messages.get(id ?? '')

const form: Form = {
  title: 'Ask about this story',
  command: 'ask',
  submit: 'Ask',
  faults: { url: 'No such page.' },
  fields: [
    {
      option: { name: 'url', kind: 'url', description: '', required: false },
      label: 'Link',
      value: 'https://a.example/x',
    },
    {
      option: { name: 'question', kind: 'text', description: '', required: true },
      label: 'Question',
      value: undefined,
    },
    {
      option: { name: 'channel', kind: 'channel', description: '', required: false },
      label: 'Where',
      value: undefined,
    },
    {
      option: {
        name: 'length',
        kind: 'choice',
        description: '',
        required: false,
        choices: ['short', 'detailed'],
      },
      label: 'Length',
      value: 'short',
    },
  ],
}

describe('a typed command', () => {
  test('reaches the desk with its options and who asks, and is answered to them alone', async () => {
    const asked = await answered(
      discord.people.command('briefing now', { length: 'short', share: true }),
    )
    expect(desk.calls).toMatchObject([
      {
        id: `discord:${asked.id}`,
        command: 'briefing now',
        options: { length: 'short', share: 'true' },
        caller: {
          platform: 'discord',
          workspaceId: `discord:${ids.guild}`,
          personId: ids.owner,
          name: 'Ana',
          isAdmin: true,
          isStranger: false,
          locale: 'en-US',
          channel: { platform: 'discord', id: ids.news },
          thread: undefined,
        },
      },
    ])
    expect(original(asked.originalId)).toMatchObject({ ephemeralTo: ids.owner })
    expect(wordsOf(original(asked.originalId))).toContain('Three stories.')
  })

  test('is answered in the channel where the answer is for it', async () => {
    desk.reply = () => saying('For all.', { audience: 'channel' })
    const asked = await answered(discord.people.command('briefing now'))
    expect(original(asked.originalId)?.ephemeralTo).toBeUndefined()
  })

  test('that takes long is deferred within three seconds and its answer follows', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    desk.reply = () => promise.then(() => saying('At last.'))
    const asked = await answered(discord.people.command('briefing now'))
    expect(asked.answer?.type).toBe(5)
    nowMs += 800_000
    resolve()
    await until(() => wordsOf(original(asked.originalId)).includes('At last.'))
  })

  test('that takes long and is for the channel becomes a message of its own', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    desk.reply = () => promise.then(() => saying('For all.', { audience: 'channel' }))
    const asked = await answered(discord.people.command('briefing now'))
    resolve()
    await until(() => asked.followUps.length > 0)
    expect(original(asked.followUps[0])?.ephemeralTo).toBeUndefined()
    expect(original(asked.originalId)?.isDeleted).toBe(true)
  })

  test('that takes longer than fifteen minutes costs an error in the log and nothing else', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    desk.reply = () => promise.then(() => saying('Too late.'))
    const asked = await answered(discord.people.command('briefing now'))
    nowMs += 901_000
    resolve()
    await until(() => discord.log.entries.some(({ code }) => code === 50027))
    expect(wordsOf(original(asked.originalId))).not.toContain('Too late.')
  })

  test('whose desk fails says so', async () => {
    desk.reply = () => Promise.reject(new Error('no'))
    const asked = await answered(discord.people.command('briefing now', {}, { locale: 'de' }))
    expect(wordsOf(original(asked.originalId))).toContain('Das hat nicht geklappt')
  })

  test('with a file gives its text, and an answer with a file carries it', async () => {
    const files = createServer((_, response) => response.end('<opml/>'))
    files.listen(0, '127.0.0.1')
    await until(() => files.listening)
    const stand = `http://127.0.0.1:${(files.address() as AddressInfo).port}/feeds.opml`
    const refused = await answered(
      discord.people.command('feeds import', {
        file: { attachment: { name: 'feeds.opml', url: stand } },
      }),
    )
    expect(wordsOf(original(refused.originalId))).toContain('could not carry')
    files.close()
    desk.reply = () =>
      saying('Here.', { file: { name: 'feeds.opml', mediaType: 'text/x-opml', text: '<opml/>' } })
    const asked = await answered(discord.people.command('briefing now'))
    await until(() => wordsOf(original(asked.originalId)).includes('attachment://feeds.opml'))
  })

  test('opens a form as a modal, with required fields first, and sending it runs its command', async () => {
    desk.reply = () => saying('Fill in the form.', { form })
    const asked = await answered(discord.people.command('ask'))
    expect(asked.answer?.type).toBe(9)
    const modal = asked.answer?.data as Json
    expect(JSON.stringify(modal)).toMatch(/"question".*"url".*"channel".*"length"/)
    desk.reply = () => saying('Asked.')
    const sent = await answered(
      discord.people.submit(String(modal.custom_id), {
        question: ' Who? ',
        channel: { channel: ids.news },
        url: '',
      }),
    )
    expect(desk.calls.at(-1)).toMatchObject({
      command: 'ask',
      options: { question: 'Who?', channel: ids.news },
    })
    expect(wordsOf(original(sent.originalId))).toContain('Asked.')
  })

  test('longer than one message is answered in several', async () => {
    const long = 'word '.repeat(180)
    const block = { kind: 'paragraph', spans: [{ kind: 'text', text: long }] } as const
    desk.reply = () =>
      saying('', { document: { blocks: Array.from({ length: 9 }, () => block), fallback: 'x' } })
    const asked = await answered(discord.people.command('briefing now'))
    await until(() => asked.followUps.length === 2)
    expect(original(asked.followUps[1])?.ephemeralTo).toBe(ids.owner)
  })
})

describe('who may', () => {
  test.each([
    ['a member', { userId: ids.member }, { isAdmin: false, isStranger: false }],
    ['one who may manage the server', { userId: ids.owner }, { isAdmin: true, isStranger: false }],
    [
      'one who brought the app to a foreign server',
      { userId: ids.owner, isUserInstall: true },
      { isAdmin: false, isStranger: true, workspaceId: `discord:@${ids.owner}` },
    ],
  ])('%s', async (_who, scene, caller) => {
    await answered(discord.people.command('briefing now', {}, scene))
    expect(desk.calls.at(-1)?.caller).toMatchObject(caller)
  })

  test('comes with the roles that the server gave', async () => {
    await answered(discord.people.command('briefing now', {}, { userId: ids.editor }))
    expect(desk.calls.at(-1)?.caller.roles).toEqual([ids.editors])
  })

  test('in a direct message there is no channel and no admin', async () => {
    const id = '799999999999999999'
    discord.world.channels.set(id, createChannel({ id, type: 1, guildId: undefined }))
    discord.people.command('briefing now', {}, { channelId: id })
    await until(() => desk.calls.length > 0)
    expect(desk.calls[0]?.caller).toMatchObject({
      isAdmin: false,
      channel: undefined,
      workspaceId: `discord:@${ids.owner}`,
    })
  })

  test('only who sees a channel and may write there may choose it', async () => {
    discord.people.command('briefing now', {}, { userId: ids.member })
    await until(() => desk.calls.length > 0)
    const [call] = desk.calls
    if (!call) throw new Error('no call')
    const may = (id: string, personId: string = ids.member) =>
      platform.mayPost(
        { ...call.caller, personId: personId as typeof call.caller.personId },
        { platform: 'discord', id },
      )
    expect(await may(ids.news)).toBe(true)
    expect(await may(ids.announcements)).toBe(false)
    expect(await may(ids.announcements, ids.editor)).toBe(true)
    expect(await may(ids.announcements, ids.owner)).toBe(true)
    expect(await may(ids.otherNews)).toBe(false)
    expect(await may(ids.secret)).toBe(false)
  })
})

describe('a press', () => {
  test('of a digest’s button runs its stored action, also after a restart', async () => {
    const parent = posted(await platform.post(aParent()))
    const story = posted(await platform.post(aStory(parent)))
    const [threadId = '', messageId = ''] = story.id.split('/')
    const button = /"custom_id":"(p:[^"]+)"/.exec(wordsOf(original(messageId)))?.[1] ?? ''
    await answered(discord.people.press(messageId, button, { channelId: threadId }))
    expect(desk.calls.at(-1)).toMatchObject({
      command: 'press',
      options: { action: /^p:(\S+)/.exec(button)?.[1] },
      caller: { channel: { id: ids.news }, thread: parent.id },
    })
  })

  test('of a menu’s entry runs the entry’s action', async () => {
    const { id } = addMessage(discord.state, { channelId: ids.news, body: {} })
    await answered(discord.people.choose(id, 'm:3', actionId('abc')))
    expect(desk.calls.at(-1)).toMatchObject({ command: 'press', options: { action: 'abc' } })
  })

  test('of a button that is not ours says that it is unknown', async () => {
    const { id } = addMessage(discord.state, { channelId: ids.news, body: {} })
    const pressed = await answered(discord.people.press(id, 'evil'))
    expect(desk.calls).toEqual([])
    expect(wordsOf(original(pressed.originalId))).toContain('do not know this button')
  })

  test('that arrives twice acts once', async () => {
    const { id } = addMessage(discord.state, { channelId: ids.news, body: {} })
    const pressed = await answered(discord.people.press(id, 'p:abc'))
    discord.gateway.dispatch('INTERACTION_CREATE', {
      id: pressed.id,
      token: pressed.token,
      type: 3,
      application_id: ids.bot,
      data: { custom_id: 'p:abc' },
    })
    await answered(discord.people.command('briefing now'))
    expect(desk.calls.map(({ command }) => command)).toEqual(['press', 'briefing now'])
  })
})

describe('completion', () => {
  test('offers at most 25, within a second', async () => {
    const typing = await answered(discord.people.type('feeds remove', 'feed', 'har'))
    const { choices = [] } = (typing.answer?.data ?? {}) as { choices?: Json[] }
    expect(choices).toHaveLength(25)
    expect(choices[0]).toEqual({ name: 'feeds har 0', value: 'v0' })
  })
})

describe('a message’s own menu', () => {
  test.each([
    ['Summarize link', 'summarize'],
    ['Ask about this', 'ask'],
  ])('%s takes the first link of the message', async (name, command) => {
    const id = discord.people.say('look: https://wire-one.example/a, <https://b.example>')
    await answered(discord.people.contextMenu(name, id))
    expect(desk.calls.at(-1)).toMatchObject({
      command,
      options: { url: 'https://wire-one.example/a,' },
    })
  })
})

describe('a mention', () => {
  test('in a digest’s thread is a question about it, answered in the thread', async () => {
    const parent = posted(await platform.post(aParent()))
    await platform.post(aStory(parent))
    const said = discord.people.say(`<@${ids.bot}> who closed it?`, {
      channelId: parent.id,
      userId: ids.member,
    })
    discord.deliverMessage(said)
    await until(() => wordsOf(discord.messagesIn(parent.id).at(-1)).includes('Three stories.'))
    expect(desk.calls.at(-1)).toMatchObject({
      command: 'ask',
      options: { question: 'who closed it?' },
      caller: { thread: parent.id, channel: { id: ids.news }, isAdmin: false },
    })
    expect(discord.messagesIn(parent.id).at(-1)?.body.allowed_mentions).toEqual({
      parse: [],
      replied_user: false,
    })
  })

  test('is answered in the language that the server prefers', async () => {
    const guild = discord.world.guilds.get(ids.guild)
    if (guild) guild.preferredLocale = 'es-ES'
    discord.deliverMessage(discord.people.say(`<@${ids.bot}> ¿quién lo cerró?`))
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.caller.locale).toBe('es')
  })

  test('of nobody is not listened to', async () => {
    discord.deliverMessage(discord.people.say('hello all'))
    await answered(discord.people.command('briefing now'))
    expect(desk.calls).toHaveLength(1)
  })
})

describe('the commands', () => {
  test('are registered once, in five languages, and hidden ones never', () => {
    const puts = discord.log.entries.filter(({ kind }) => kind === 'commands')
    expect(puts).toHaveLength(1)
    const all = JSON.stringify(discord.state.commands.get(''))
    expect(all).not.toContain('confirmed')
    expect(all).toContain('"pt-BR"')
    expect(all).toContain('"name_localizations":{"de":"fragen"')
    const feeds = discord.state.commands.get('')?.find(({ name }) => name === 'feeds')
    expect(feeds).toMatchObject({ default_member_permissions: '32', contexts: [0] })
    const ask = discord.state.commands.get('')?.find(({ name }) => name === 'ask')
    expect(ask).toMatchObject({ default_member_permissions: null, integration_types: [0, 1] })
  })

  test('are registered again only when they changed', async () => {
    const count = () => discord.log.entries.filter(({ kind }) => kind === 'commands').length
    const before = count()
    const again = startable(discord, { publicKey: discord.world.publicKey })
    const looked = () =>
      discord.log.entries.filter(({ route }) => route === 'GET /applications/:id/commands').length
    const looksBefore = looked()
    await again.start(testDesk())
    await until(() => looked() > looksBefore)
    await again.stop()
    expect(count()).toBe(before)
    const changed = startable(discord, { publicKey: discord.world.publicKey })
    await changed.start({ ...testDesk(), specs: specs.slice(1) })
    await until(() => count() === before + 1)
    await changed.stop()
  })
})
