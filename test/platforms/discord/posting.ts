import { digestDocuments } from '../../../src/domain/digest-document.ts'
import { deliveryId, workspaceId } from '../../../src/domain/ids.ts'
import type { MessageRef, OutgoingMessage, Platform } from '../../../src/domain/platform.ts'
import { wordingFor } from '../../../src/domain/wording/wording.ts'
import { createDiscordPlatform } from '../../../src/platforms/discord/discord-platform.ts'
import { renderDiscord } from '../../../src/platforms/discord/render/render-discord.ts'
import { type Clock, systemClock } from '../../../src/support/clock.ts'
import { silentLog } from '../../../src/support/log.ts'
import { aDigest } from '../../domain/a-digest.ts'
import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts'
import { ids } from '../../fakes/discord/world.ts'

export function platformOn(discord: FakeDiscord, clock: Clock = systemClock): Platform {
  const { apiUrl, world } = discord
  return createDiscordPlatform({ token: world.token, apiUrl, clock, log: silentLog })
}

const [parentMessage, storyMessage] = renderDiscord(digestDocuments(aDigest(), wordingFor('en')))

export function aParent(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  if (parentMessage === undefined) throw new Error('the sample digest has a parent')
  return {
    deliveryId: deliveryId('delivery-1'),
    workspaceId: workspaceId(`discord:${ids.guild}`),
    channel: { platform: 'discord', id: ids.news },
    message: parentMessage,
    parent: undefined,
    ...changes,
  }
}

export function aStory(
  parent: MessageRef,
  changes: Partial<OutgoingMessage> = {},
): OutgoingMessage {
  if (storyMessage === undefined) throw new Error('the sample digest has a story')
  return aParent({
    deliveryId: deliveryId('delivery-2'),
    message: storyMessage,
    parent,
    ...changes,
  })
}

/** The message that was posted; fails when it was not. */
export function posted(outcome: Awaited<ReturnType<Platform['post']>>): MessageRef {
  if (outcome.kind !== 'posted') throw new Error(`not posted: ${JSON.stringify(outcome)}`)
  return outcome.message
}
