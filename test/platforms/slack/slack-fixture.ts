import { onTestFinished } from 'vitest'
import { deliveryId, workspaceId } from '../../../src/domain/ids.ts'
import type { MessageRef, OutgoingMessage, Platform } from '../../../src/domain/platform.ts'
import { renderMessage } from '../../../src/platforms/slack/render/render-message.ts'
import { createSlackPlatform } from '../../../src/platforms/slack/slack-platform.ts'
import { silentLog } from '../../../src/support/log.ts'
import {
  type FakeSlack,
  type FakeSlackOptions,
  startFakeSlack,
} from '../../fakes/slack/fake-slack.ts'

export const team = workspaceId('slack:T0001')

/** The fake, gone when the test ends. */
export async function freshSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = await startFakeSlack(options)
  onTestFinished(() => slack.close())
  return slack
}

/** The outbound half against a fake. */
export function platformOn(slack: FakeSlack, botToken = 'xoxb-one'): Platform {
  return createSlackPlatform({ botToken, apiUrl: slack.apiUrl, log: silentLog })
}

let count = 0

export function outgoing(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  count += 1
  const document = {
    blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: 'Good morning' }] }],
    fallback: 'Good morning',
  } as const
  return {
    deliveryId: deliveryId(`delivery-${count}`),
    workspaceId: team,
    channel: { platform: 'slack', id: 'C0001' },
    message: renderMessage(document, 'channel'),
    parent: undefined,
    ...changes,
  }
}

export function reply(parent: MessageRef, changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const message = { ...outgoing().message, place: 'thread' as const }
  return outgoing({ message, parent, ...changes })
}
