import { randomBytes } from 'node:crypto'
import { channelToWire } from './channel-routes.ts'
import type { FakeInteraction, FakeState, Json } from './fake-state.ts'
import { addMessage, toWire, userOf } from './messages.ts'
import { ids, permissions } from './world.ts'

/** Who acts and where. The owner in the news channel when nothing is said. */
export type Scene = {
  readonly userId?: string
  readonly channelId?: string
  readonly locale?: string
  /** The app is installed for the person alone, not on the server. */
  readonly isUserInstall?: boolean
}

export type OptionValue =
  | string
  | number
  | boolean
  | { readonly attachment: { name: string; url: string } }

/** What people do in Discord, as the interactions that it becomes. */
export type People = {
  /** `/feeds add url:…` is `command('feeds add', { url: … })`. */
  command(
    name: string,
    options?: Readonly<Record<string, OptionValue>>,
    scene?: Scene,
  ): FakeInteraction
  type(name: string, option: string, typed: string, scene?: Scene): FakeInteraction
  press(messageId: string, customId: string, scene?: Scene): FakeInteraction
  choose(messageId: string, customId: string, value: string, scene?: Scene): FakeInteraction
  submit(
    customId: string,
    fields: Readonly<Record<string, string | { readonly channel: string }>>,
    scene?: Scene,
  ): FakeInteraction
  contextMenu(name: string, messageId: string, scene?: Scene): FakeInteraction
  /** A message of a person's; content is empty where the bot may not read it. */
  say(text: string, scene?: Scene): string
}

export function createPeople(
  state: FakeState,
  deliver: (interaction: FakeInteraction, payload: Json) => void,
): People {
  function begin(type: number, data: Json, scene: Scene, messageId?: string): FakeInteraction {
    const channelId = scene.channelId ?? ids.news
    const userId = scene.userId ?? ids.owner
    const interaction: FakeInteraction = {
      id: state.newId(),
      token: randomBytes(24).toString('base64url'),
      type,
      userId,
      channelId,
      atMs: state.nowMs(),
      messageId,
      answer: undefined,
      originalId: undefined,
      followUps: [],
    }
    state.interactions.set(interaction.token, interaction)
    state.log.add('interaction', { id: interaction.id, type, data, userId, channelId })
    deliver(interaction, payloadOf(state, interaction, data, scene))
    return interaction
  }

  return {
    command: (name, options = {}, scene = {}) =>
      begin(2, commandData(state, name, options, scene), scene),
    type: (name, option, typed, scene = {}) =>
      begin(4, commandData(state, name, { [option]: typed }, scene, option), scene),
    press: (messageId, customId, scene = {}) =>
      begin(3, { component_type: 2, custom_id: customId, id: 1 }, scene, messageId),
    choose: (messageId, customId, value, scene = {}) =>
      begin(
        3,
        { component_type: 3, custom_id: customId, id: 1, values: [value] },
        scene,
        messageId,
      ),
    submit: (customId, fields, scene = {}) =>
      begin(5, modalData(state, customId, fields, scene), scene),
    contextMenu(name, messageId, scene = {}) {
      const message = state.messages.get(messageId)
      const resolved = message ? { messages: { [messageId]: toWire(state, message) } } : {}
      return begin(
        2,
        { id: commandId(state, name), name, type: 3, target_id: messageId, resolved },
        scene,
      )
    },
    say(text, scene = {}) {
      const channelId = scene.channelId ?? ids.news
      const authorId = scene.userId ?? ids.owner
      const { id } = addMessage(state, { channelId, body: { content: text }, authorId })
      return id
    },
  }
}

function commandId(state: FakeState, name: string): string {
  const registered = [...state.commands.values()].flat()
  const command = registered.find((each) => each.name === name)
  if (!command) throw new Error(`The app has registered no command "${name}".`)
  return String(command.id)
}

/** Words after the first are a group and a subcommand, as they were registered. */
function commandData(
  state: FakeState,
  name: string,
  options: Readonly<Record<string, OptionValue>>,
  scene: Scene,
  focused?: string,
): Json {
  const [first = '', ...words] = name.split(' ')
  const command = [...state.commands.values()].flat().find((each) => each.name === first)
  if (!command) throw new Error(`The app has registered no command "/${first}".`)
  const attachments: Record<string, Json> = {}
  const channels: Record<string, Json> = {}
  const leaf = words.reduce<Json>((part, word) => {
    const inner = ((part.options ?? []) as readonly Json[]).find((each) => each.name === word)
    if (!inner) throw new Error(`"/${name}" is not registered: no "${word}".`)
    return inner
  }, command)
  const filled = Object.entries(options).map(([option, value]) => {
    const spec = ((leaf.options ?? []) as readonly Json[]).find((each) => each.name === option)
    if (!spec) throw new Error(`"/${name}" has no option "${option}".`)
    if (typeof value === 'object') {
      const id = state.newId()
      attachments[id] = attachmentOf(id, value.attachment)
      return { name: option, type: 11, value: id }
    }
    if (spec.type === 7) channels[String(value)] = resolvedChannel(state, String(value), scene)
    return {
      name: option,
      type: spec.type,
      value,
      ...(option === focused ? { focused: true } : {}),
    }
  })
  const nested = words.reduceRight<readonly Json[]>(
    (inner, word, at) => [{ name: word, type: at === words.length - 1 ? 1 : 2, options: inner }],
    filled,
  )
  const hasResolved = Object.keys(attachments).length + Object.keys(channels).length > 0
  return {
    id: command.id,
    name: first,
    type: 1,
    options: nested,
    ...(hasResolved ? { resolved: { attachments, channels } } : {}),
  }
}

function attachmentOf(id: string, { name, url }: { name: string; url: string }): Json {
  return { id, filename: name, size: 100, url, proxy_url: url, content_type: 'text/x-opml' }
}

/** The channel with what this person may do there. */
function resolvedChannel(state: FakeState, channelId: string, scene: Scene): Json {
  const channel = state.world.channels.get(channelId)
  const member = memberOf(state, scene.userId ?? ids.owner, channel?.guildId)
  const isHidden = channelId === ids.secret && (scene.userId ?? ids.owner) !== ids.owner
  const may = isHidden ? 0n : (member?.permissions ?? 0n)
  return {
    id: channelId,
    type: channel?.type ?? 0,
    name: channel?.name ?? '?',
    permissions: String(may),
    parent_id: null,
  }
}

function modalData(
  state: FakeState,
  customId: string,
  fields: Readonly<Record<string, string | { readonly channel: string }>>,
  scene: Scene,
): Json {
  const channels: Record<string, Json> = {}
  const components = Object.entries(fields).map(([name, value], at) => {
    const id = at * 2 + 1
    if (typeof value === 'string') {
      const input = { type: 4, id: id + 1, custom_id: name, value }
      return { type: 18, id, component: input }
    }
    channels[value.channel] = resolvedChannel(state, value.channel, scene)
    return {
      type: 18,
      id,
      component: { type: 8, id: id + 1, custom_id: name, values: [value.channel] },
    }
  })
  return { custom_id: customId, components, resolved: { channels } }
}

function memberOf(state: FakeState, userId: string, guildId: string | undefined) {
  return state.world.guilds.get(guildId ?? '')?.members.get(userId)
}

function payloadOf(state: FakeState, interaction: FakeInteraction, data: Json, scene: Scene): Json {
  const channel = state.world.channels.get(interaction.channelId)
  const guildId = channel?.guildId
  const member = memberOf(state, interaction.userId, guildId)
  const user = userOf(state, interaction.userId, false)
  const message = state.messages.get(interaction.messageId ?? '')
  const owners: Json =
    scene.isUserInstall || !guildId ? { '1': interaction.userId } : { '0': guildId }
  const person = guildId
    ? {
        guild_id: guildId,
        guild: { id: guildId, locale: 'en-US', features: [] },
        guild_locale: 'en-US',
        member: {
          user,
          nick: null,
          roles: member?.roles ?? [],
          permissions: String(member?.permissions ?? permissions.viewChannel),
          joined_at: '2025-12-01T00:00:00.000Z',
          deaf: false,
          mute: false,
          flags: 0,
        },
      }
    : { user }
  return {
    id: interaction.id,
    application_id: state.world.applicationId,
    type: interaction.type,
    data,
    ...person,
    channel_id: interaction.channelId,
    ...(channel ? { channel: channelToWire(channel) } : {}),
    token: interaction.token,
    version: 1,
    locale: scene.locale ?? member?.locale ?? 'en-US',
    app_permissions: '2147483647',
    entitlements: [],
    authorizing_integration_owners: owners,
    context: guildId ? 0 : 1,
    attachment_size_limit: 10_485_760,
    ...(message ? { message: toWire(state, message) } : {}),
  }
}
