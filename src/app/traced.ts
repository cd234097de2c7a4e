import type { PlatformName } from '../domain/channel.ts'
import type { CommandDesk } from '../domain/command.ts'
import type { Platform } from '../domain/platform.ts'
import type { House } from '../pipeline.ts'
import type { Tick } from '../scheduler.ts'
import type { Tracer } from '../support/tracing/tracer.ts'

/** The same house, with what it does for each feed, digest and reader traced. */
export function tracedHouse(house: House, trace: Tracer): House {
  const { store, feeds, briefing } = house
  return {
    ...house,
    store: {
      ...store,
      keepPoll: (poll) =>
        trace(
          {
            name: 'keep poll',
            attributes: { feedId: poll.claimed.feed.id, outcome: poll.outcome.kind },
          },
          () => store.keepPoll(poll),
        ),
      readWindow: (claim) =>
        trace({ name: 'read window', attributes: { slotId: claim.slot.id } }, () =>
          store.readWindow(claim),
        ),
      recordDigest: (claim, made) =>
        trace(
          {
            name: 'record digest',
            attributes: { slotId: claim.slot.id, stories: made.digest.briefings.length },
          },
          () => store.recordDigest(claim, made),
        ),
    },
    feeds: {
      poll: (claimed) =>
        trace({ name: 'poll feed', attributes: { feedId: claimed.feed.id } }, () =>
          feeds.poll(claimed),
        ),
      readPages: (items) =>
        trace({ name: 'read pages', attributes: { items: items.length } }, () =>
          feeds.readPages(items),
        ),
    },
    briefing: {
      ...briefing,
      ...(briefing.model && { model: tracedSummarizer(briefing.model, trace) }),
    },
  }
}

type Model = NonNullable<House['briefing']['model']>

function tracedSummarizer(model: Model, trace: Tracer): Model {
  return {
    ...model,
    summarize: (request) =>
      trace({ name: 'ask model', attributes: { articles: request.articles.length } }, () =>
        model.summarize(request),
      ),
  }
}

/** The same tick; one that found nothing to do leaves no trace. */
export function tracedTick(tick: Tick, trace: Tracer): Tick {
  return {
    ...tick,
    run: (signal) => trace({ name: `tick ${tick.name}`, isFrame: true }, () => tick.run(signal)),
  }
}

/** The same desk, with each command traced. */
export function tracedDesk(desk: CommandDesk, trace: Tracer): CommandDesk {
  return {
    ...desk,
    run: (call) =>
      trace(
        { name: `command ${call.command}`, attributes: { platform: call.caller.platform } },
        () => desk.run(call),
      ),
  }
}

type Posting = ReadonlyMap<PlatformName, Pick<Platform, 'post' | 'find'>>

/** The same platforms, with each message traced on its way. */
export function tracedPlatforms(platforms: Posting, trace: Tracer): Posting {
  const traced = [...platforms].map(([name, platform]) => {
    const post: Platform['post'] = (outgoing) =>
      trace(
        { name: 'post message', attributes: { platform: name, deliveryId: outgoing.deliveryId } },
        () => platform.post(outgoing),
      )
    return [
      name,
      { post, find: (...sought: Parameters<Platform['find']>) => platform.find(...sought) },
    ] as const
  })
  return new Map(traced)
}
