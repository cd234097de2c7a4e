import { setTimeout as wait } from 'node:timers/promises'
import type {
  CommandCall,
  CommandDesk,
  CommandSpec,
  Reply,
} from '../../../../src/domain/command.ts'
import {
  createDiscordPlatform,
  type DiscordPlatform,
} from '../../../../src/platforms/discord/discord-platform.ts'
import { systemClock } from '../../../../src/support/clock.ts'
import { silentLog } from '../../../../src/support/log.ts'
import type { FakeDiscord } from '../../../fakes/discord/fake-discord.ts'
import type { FakeInteraction, FakeMessage } from '../../../fakes/discord/fake-state.ts'

const option = { description: 'action.ask', required: false } as const

export const specs: readonly CommandSpec[] = [
  {
    name: 'ask',
    description: 'action.ask',
    audience: 'everyone',
    options: [
      { ...option, name: 'question', kind: 'text' },
      { ...option, name: 'url', kind: 'url' },
    ],
  },
  {
    name: 'summarize',
    description: 'action.sources',
    audience: 'everyone',
    options: [{ ...option, name: 'url', kind: 'url', required: true }],
  },
  {
    name: 'briefing now',
    description: 'action.ask',
    audience: 'everyone',
    options: [
      { ...option, name: 'length', kind: 'choice', choices: ['short', 'detailed'] },
      { ...option, name: 'share', kind: 'boolean' },
    ],
  },
  { name: 'briefing help', description: 'action.ask', audience: 'everyone', options: [] },
  {
    name: 'feeds add',
    description: 'action.ask',
    audience: 'admins',
    options: [
      { ...option, name: 'channel', kind: 'channel' },
      { ...option, name: 'url', kind: 'url', required: true },
    ],
  },
  {
    name: 'feeds remove',
    description: 'action.ask',
    audience: 'admins',
    options: [{ ...option, name: 'feed', kind: 'text', completes: 'feeds' }],
  },
  {
    name: 'feeds import',
    description: 'action.ask',
    audience: 'admins',
    options: [{ ...option, name: 'file', kind: 'file', required: true }],
  },
  {
    name: 'feeds remove confirmed',
    description: 'action.ask',
    audience: 'admins',
    options: [],
    isHidden: true,
  },
  { name: 'digest create', description: 'action.ask', audience: 'admins', options: [] },
]

export function saying(words: string, changes: Partial<Reply> = {}): Reply {
  const spans = [{ kind: 'text', text: words }] as const
  return {
    document: { blocks: [{ kind: 'paragraph', spans }], fallback: words },
    audience: 'caller',
    outcome: 'done',
    ...changes,
  }
}

export type TestDesk = CommandDesk & {
  readonly calls: CommandCall[]
  reply(call: CommandCall): Promise<Reply> | Reply
}

/** A desk that remembers what it was asked, and says what the test tells it to. */
export function testDesk(): TestDesk {
  const desk: TestDesk = {
    specs,
    calls: [],
    reply: () => saying('Three stories.'),
    async run(call) {
      desk.calls.push(call)
      return desk.reply(call)
    },
    complete: async ({ kind, typed }) =>
      Array.from({ length: 30 }, (_, n) => ({ label: `${kind} ${typed} ${n}`, value: `v${n}` })),
  }
  return desk
}

export function startable(
  discord: FakeDiscord,
  changes: Partial<Parameters<typeof createDiscordPlatform>[0]> = {},
): DiscordPlatform {
  return createDiscordPlatform({
    token: discord.world.token,
    apiUrl: discord.apiUrl,
    clock: systemClock,
    log: silentLog,
    ...changes,
  })
}

/** Waits until something is so; fails when it never is. */
export async function until(isSo: () => boolean, what = 'it'): Promise<void> {
  for (let n = 0; n < 400; n++) {
    if (isSo()) return
    await wait(20)
  }
  throw new Error(`waited in vain for ${what}`)
}

export async function answered(interaction: FakeInteraction): Promise<FakeInteraction> {
  await until(() => interaction.answer !== undefined, 'the answer')
  return interaction
}

/** The words that a message shows, components and all. */
export function wordsOf(message: FakeMessage | undefined): string {
  return JSON.stringify(message?.body ?? {})
}

export async function registered(discord: FakeDiscord): Promise<void> {
  await until(() => (discord.state.commands.get('')?.length ?? 0) > 0, 'the commands')
}
