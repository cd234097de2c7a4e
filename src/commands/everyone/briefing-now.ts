import { writeChannelRef } from '../../domain/channel.ts'
import type { Reply } from '../../domain/command.ts'
import { digestId } from '../../domain/ids.ts'
import type { DigestLength, Subscription } from '../../domain/subscription.ts'
import type { Command, ReadyCall } from '../command.ts'
import { digestBlocks } from '../digest-blocks.ts'
import { readSince } from '../read/duration.ts'
import { readLanguage } from '../read/language.ts'
import { listChannelDigests } from '../read/named.ts'
import { actions, done, paragraph, toDocument } from '../reply.ts'
import { options, textOption } from '../shared-options.ts'
import { timezoneOf } from '../times.ts'

const dayMs = 86_400_000
const storiesShown = 5

export const briefingNow: Command = {
  name: 'briefing now',
  description: 'command.briefingNow',
  options: [
    textOption('topic', 'option.topic', { positional: true, completes: 'topics' }),
    options.since,
    options.length,
    options.language,
    options.share,
  ],
  audience: 'everyone',
  examples: [
    { line: '/briefing', says: 'Harbour bridge closed' },
    { line: 'briefing now bridge since:3d length:headlines', says: 'Harbour bridge closed' },
    { line: 'briefing now since:soon', says: 'I read since as “soon”' },
  ],
  run: async (call, tools) => {
    const { wording, caller, options: given } = call
    const { digest, feeds } = await call.remember(async (memory) => ({
      digest: await channelDigest(await listChannelDigests(memory), call),
      feeds: await memory.listFeeds(),
    }))
    if (feeds.length === 0) return done(paragraph(wording.say('hint.addFeed')))
    const composed = await tools.compose({
      subscription: onDemand(call, digest),
      since: await readFrom(call, digest),
      topic: given.topic,
      personId: caller.personId,
      wording,
    })
    const { briefings } = composed.digest
    await call.remember((memory) => memory.keepShown(briefings))
    const isShared = given.share === 'yes' && caller.channel !== undefined && !caller.isStranger
    const reply: Reply = {
      document: toDocument([
        ...digestBlocks(composed.digest, wording),
        ...(isShared || briefings.length === 0 || !caller.channel || caller.isStranger
          ? []
          : [shareAction(call)]),
      ]),
      audience: isShared ? 'channel' : 'caller',
      outcome: 'done',
    }
    return reply
  },
}

function shareAction({ wording, options: given }: ReadyCall) {
  return actions({
    label: wording.say('action.share'),
    command: 'briefing now',
    options: { ...given, share: 'yes' },
  })
}

/** The digest of the channel in which it was asked, whose feeds and language then count. */
async function channelDigest(
  digests: readonly Subscription[],
  { caller }: ReadyCall,
): Promise<Subscription | undefined> {
  const { channel } = caller
  if (!channel) return undefined
  return digests.find((digest) => writeChannelRef(digest.channel) === writeChannelRef(channel))
}

async function readFrom(call: ReadyCall, digest: Subscription | undefined): Promise<Date> {
  const { now, wording, options: given } = call
  if (given.since?.toLowerCase() === 'last') {
    const [last] = digest
      ? await call.remember((memory) => memory.listEditions([digest.id], 1))
      : []
    return last?.dueAt ?? new Date(now.getTime() - dayMs)
  }
  return given.since === undefined
    ? new Date(now.getTime() - dayMs)
    : readSince(given.since, now, wording)
}

/** A digest for this one occasion; nothing is recorded under its id. */
function onDemand(call: ReadyCall, digest: Subscription | undefined): Subscription {
  const { caller, options: given, wording } = call
  return {
    id: digestId('now'),
    workspaceId: caller.workspaceId,
    name: 'now',
    title: wording.say('briefingNow.title'),
    channel: caller.channel ?? { platform: caller.platform, id: caller.personId },
    schedule: { kind: 'times', days: [], at: [], timezone: timezoneOf(call), exact: false },
    feeds: digest?.feeds ?? { kind: 'all' },
    stories: digest?.stories ?? storiesShown,
    length: (given.length as DigestLength | undefined) ?? digest?.length ?? 'short',
    language: given.language ? readLanguage(given.language, wording) : digest?.language,
    onEmpty: 'say so',
    images: false,
    mention: undefined,
    paused: false,
    managedBy: 'command',
  }
}
