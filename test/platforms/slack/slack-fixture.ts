import { onTestFinished } from 'vitest'
import type {
  CommandCall,
  CommandDesk,
  CommandSpec,
  Completion,
  Reply,
} from '../../../src/domain/command.ts'
import { actionId, deliveryId, workspaceId } from '../../../src/domain/ids.ts'
import type { MessageRef, OutgoingMessage } from '../../../src/domain/platform.ts'
import { renderMessage } from '../../../src/platforms/slack/render/render-message.ts'
import {
  createSlackPlatform,
  type SlackOptions,
  type SlackPlatform,
  type SlackSettings,
} from '../../../src/platforms/slack/slack-platform.ts'
import { systemClock } from '../../../src/support/clock.ts'
import { createHttpClient } from '../../../src/support/http/http-client.ts'
import { silentLog } from '../../../src/support/log.ts'
import { systemRandom } from '../../../src/support/random.ts'
import {
  type FakeSlack,
  type FakeSlackOptions,
  startFakeSlack,
} from '../../fakes/slack/fake-slack.ts'
import type { Workspace } from '../../fakes/slack/world.ts'

export const team = workspaceId('slack:T0001')

/** The fake, gone when the test ends. */
export async function freshSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = await startFakeSlack(options)
  onTestFinished(() => slack.close())
  return slack
}

export function workspaceIn(slack: FakeSlack, teamId = 'T0001'): Workspace {
  const workspace = slack.world.workspaces.get(teamId)
  if (!workspace) throw new Error(`the fake has no workspace ${teamId}`)
  return workspace
}

export type PlatformChanges = Partial<Omit<SlackOptions, 'settings'>> & {
  readonly settings?: Partial<SlackSettings>
}

export function platformOn(slack: FakeSlack, changes: PlatformChanges = {}): SlackPlatform {
  const http = createHttpClient({
    userAgent: 'test',
    clock: systemClock,
    allowNetworks: ['127.0.0.0/8'],
    ports: [slack.port],
  })
  onTestFinished(() => http.close())
  const { settings, ...others } = changes
  return createSlackPlatform({
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    postJson: http.postJson,
    ...others,
    settings: {
      botToken: 'xoxb-one',
      appToken: undefined,
      signingSecret: undefined,
      oauth: undefined,
      apiUrl: slack.apiUrl,
      commandPrefix: '',
      ...settings,
    },
  })
}

/** Listening over Socket Mode, until the test ends. */
export async function listeningOn(
  slack: FakeSlack,
  desk: CommandDesk,
  changes: PlatformChanges = {},
): Promise<SlackPlatform> {
  const settings = { appToken: slack.world.app.appToken, ...changes.settings }
  const platform = platformOn(slack, { ...changes, settings })
  await platform.start(desk)
  onTestFinished(() => platform.stop())
  return platform
}

export const specs: readonly CommandSpec[] = [
  { name: 'briefing now', description: 'x', options: [], audience: 'everyone' },
  { name: 'briefing help', description: 'x', options: [], audience: 'everyone' },
  {
    name: 'summarize',
    description: 'x',
    audience: 'everyone',
    options: [
      { name: 'url', kind: 'url', description: 'x', required: true, positional: true },
      { name: 'share', kind: 'boolean', description: 'x', required: false },
    ],
  },
  {
    name: 'ask',
    description: 'x',
    audience: 'everyone',
    options: [
      { name: 'question', kind: 'text', description: 'x', required: true, positional: true },
    ],
  },
  {
    name: 'feeds add',
    description: 'x',
    audience: 'admins',
    options: [
      { name: 'url', kind: 'url', description: 'x', required: true, positional: true },
      { name: 'channel', kind: 'channel', description: 'x', required: false },
    ],
  },
]

/** A desk that notes what it is asked and answers as the test says. */
export type TestDesk = CommandDesk & { readonly calls: readonly CommandCall[] }

export function deskThat(
  run: (call: CommandCall) => Reply | Promise<Reply> = () => said('Done.'),
  completions: readonly Completion[] = [],
): TestDesk {
  const calls: CommandCall[] = []
  return {
    specs,
    calls,
    async run(call) {
      calls.push(call)
      return run(call)
    },
    complete: () => Promise.resolve(completions),
  }
}

export function said(words: string, changes: Partial<Reply> = {}): Reply {
  return {
    document: {
      blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: words }] }],
      fallback: words,
    },
    audience: 'caller',
    outcome: 'done',
    ...changes,
  }
}

export const askButton = { label: 'Ask', command: 'ask', options: {}, id: actionId('action-1') }

/** Waits until it holds; a test that waits for ever fails by its own time limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

let count = 0

export function outgoing(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  count += 1
  return {
    deliveryId: deliveryId(`delivery-${count}`),
    workspaceId: team,
    channel: { platform: 'slack', id: 'C0001' },
    message: renderMessage(said('Good morning').document, 'channel'),
    parent: undefined,
    ...changes,
  }
}

export function reply(parent: MessageRef, changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const message = { ...outgoing().message, place: 'thread' as const }
  return outgoing({ message, parent, ...changes })
}
