import type { Article } from '../domain/article.ts'
import type { Filter } from '../domain/filter.ts'
import { type FeedId, storyId } from '../domain/ids.ts'
import type { Subscription } from '../domain/subscription.ts'
import { wordingFor } from '../domain/wording/wording.ts'
import { type DigestWindow, type MadeDigest, makeDigest } from '../pipeline.ts'
import { idOf } from '../store/columns.ts'
import type { Clock } from '../support/clock.ts'
import { builtInBriefing } from './built-in-briefing.ts'

/** A feed's outcome for a digest that is made at once. */
export type ReadNow = {
  readonly name: string
  readonly weight: number
  readonly articles: readonly Article[]
  /** Why it could not be read, as a sentence. */
  readonly fault: string | undefined
}

export type BriefNow = {
  readonly subscription: Subscription
  readonly feeds: readonly ReadNow[]
  readonly filters: readonly Filter[]
  readonly clock: Clock
  onFault(error: unknown): void
}

const dayMs = 86_400_000

/** What counts as now: today, or for feeds that ended long ago, when their newest article came. */
function asOf(feeds: readonly Pick<ReadNow, 'articles'>[], now: Date): Date {
  const times = feeds
    .flatMap(({ articles }) => articles)
    .flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  const newestMs = times.reduce((newest, time) => Math.max(newest, time), Number.NEGATIVE_INFINITY)
  return now.getTime() - newestMs > 2 * dayMs && Number.isFinite(newestMs)
    ? new Date(newestMs + 60_000)
    : now
}

/** A digest of feeds as they stand, without a database: nothing was told before, and nothing is posted. */
export function briefNow(asked: BriefNow): Promise<MadeDigest> {
  const now = asOf(asked.feeds, asked.clock.now())
  return makeDigest(windowOf(asked, now), {
    clock: asked.clock,
    briefing: { ...builtInBriefing, model: undefined, onFault: asked.onFault },
  })
}

function windowOf({ subscription, feeds, filters }: BriefNow, now: Date): DigestWindow {
  const wording = wordingFor(subscription.language ?? 'en')
  const articles = unique(feeds.flatMap((feed) => feed.articles)).map((article) => ({
    ...article,
    firstSeenAt: now,
  }))
  return {
    subscription,
    articles,
    wording,
    dueAt: now,
    lateUntil: undefined,
    nextAt: undefined,
    read: {
      feedsRead: feeds.length,
      feedsFailed: feeds.flatMap(({ name, fault }) =>
        fault === undefined ? [] : [{ name, why: fault }],
      ),
      articlesRead: articles.length,
    },
    context: {
      told: [],
      apart: [],
      newStoryId: (lead) => storyId(idOf('story', lead.id)),
    },
    wishes: {
      digest: subscription.name,
      channel: subscription.channel,
      filters,
      mutes: [],
      follows: [],
      feeds: feeds.flatMap(weighed),
      now,
      since: new Date(now.getTime() - 2 * dayMs),
      wording,
    },
  }
}

function weighed({ name, weight, articles }: ReadNow) {
  const ids = new Set<FeedId>(articles.map(({ feedId }) => feedId))
  return [...ids].map((feedId) => ({ feedId, name, weight }))
}

function unique(articles: readonly Article[]): readonly Article[] {
  return [...new Map(articles.map((article) => [article.id, article])).values()]
}
