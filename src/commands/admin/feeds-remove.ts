import { feedId } from '../../domain/ids.ts'
import { undoMs } from '../../domain/retention.ts'
import type { FeedSubscription } from '../../domain/subscription.ts'
import { audit, type Command, type ReadyCall } from '../command.ts'
import type { Memory } from '../memory.ts'
import { findFeed, refuseManaged } from '../read/named.ts'
import { actions, done, failed, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'
import { confirmActions } from './confirmation.ts'
import { refuseLastFeeds } from './digests-of-feed.ts'

export const feedsRemove: Command = {
  name: 'feeds remove',
  description: 'command.feedsRemove',
  options: [options.feed],
  audience: 'admins',
  area: 'feeds',
  examples: [{ line: 'feeds remove "Wire One"', says: 'Remove “Wire One”?' }],
  run: async (call) => {
    const { wording } = call
    const feed = await call.remember((memory) => findRemovable(memory, call))
    const label = wording.say('action.remove')
    const target = { feed: feed.feedId }
    return done(
      paragraph(wording.say('feedsRemove.ask', { name: feed.name })),
      actions(...confirmActions(call, label, 'feeds remove confirmed', target, 'danger')),
    )
  },
}

async function findRemovable(
  memory: Memory,
  { options: given, wording }: ReadyCall,
): Promise<FeedSubscription> {
  const feed = await findFeed(memory, given.feed ?? '', wording)
  refuseManaged(feed, feed.name, wording)
  await refuseLastFeeds(memory, [feed.name], wording)
  return feed
}

export const feedsRemoveConfirmed: Command = {
  ...feedsRemove,
  name: 'feeds remove confirmed',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording } = call
      const feed = await findRemovable(memory, call)
      await memory.removeFeed(feed.feedId)
      await audit(call, memory, feed, undefined)
      return done(
        paragraph(wording.say('feedsRemove.done', { name: feed.name })),
        actions({
          label: wording.say('action.undo'),
          command: 'feeds restore',
          options: { feed: feed.feedId },
        }),
      )
    }),
}

export const feedsRestore: Command = {
  ...feedsRemove,
  name: 'feeds restore',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording, now } = call
      const found = await memory.findFeed(feedId(call.options.feed ?? ''))
      const removedAtMs = found?.removedAtMs ?? undefined
      if (!found || removedAtMs === undefined || now.getTime() - removedAtMs > undoMs) {
        return failed(wording.say('undo.tooLate'))
      }
      const feed = await memory.saveFeed(found.feed, 'command')
      await audit(call, memory, undefined, feed)
      return done(paragraph(wording.say('feedsRemove.undone', { name: feed.name })))
    }),
}
