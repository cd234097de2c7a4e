import type { Briefing } from './briefing.ts'
import type { Coverage, Digest } from './digest.ts'
import type { LeftOut } from './left-out.ts'
import type { Subscription } from './subscription.ts'

/** What was read for a digest. */
export type ReadForDigest = {
  readonly feedsRead: number
  readonly feedsFailed: Coverage['feedsFailed']
  readonly articlesRead: number
}

/** All that a digest is made of. */
export type DigestParts = {
  readonly subscription: Subscription
  readonly dueAt: Date
  /** When the digest before it was due. */
  readonly since: Date | undefined
  readonly lateUntil: Date | undefined
  readonly nextAt: Date | undefined
  /** The language of the headings and the footer. */
  readonly language: string
  /** In their order; no more than the subscription has room for. */
  readonly briefings: readonly Briefing[]
  readonly read: ReadForDigest
  /** Every article that was read and is in none of the briefings. */
  readonly left: readonly LeftOut[]
  readonly storiesWithoutRoom: number
}

/** The digest of one channel, with what was read for it and what became of that. */
export function composeDigest(parts: DigestParts): Digest {
  const { subscription, briefings } = parts
  return {
    workspaceId: subscription.workspaceId,
    digestId: subscription.id,
    title: subscription.title,
    channel: subscription.channel,
    dueAt: parts.dueAt,
    since: parts.since,
    lateUntil: parts.lateUntil,
    timezone: subscription.schedule.timezone,
    language: parts.language,
    length: subscription.length,
    mention: subscription.mention,
    briefings,
    coverage: coverageOf(parts),
    nextAt: parts.nextAt,
  }
}

function coverageOf({ briefings, read, left, storiesWithoutRoom }: DigestParts): Coverage {
  return {
    ...read,
    dropped: countByReason(left),
    storiesLeftOut: storiesWithoutRoom,
    quotesDropped: total(briefings, ({ checks }) => checks.quotesDropped.length),
    pointsReplaced: total(briefings, ({ checks }) => checks.pointsReplaced.length),
    notes: notesOf(briefings),
  }
}

type Dropped = Coverage['dropped'][number]

/** The most frequent reason first. */
function countByReason(left: readonly LeftOut[]): readonly Dropped[] {
  const counts = new Map<Dropped['reason'], number>()
  for (const { reason } of left) {
    if (reason !== 'no-room') counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count)
}

function total(briefings: readonly Briefing[], count: (briefing: Briefing) => number): number {
  return briefings.reduce((sum, briefing) => sum + count(briefing), 0)
}

/** Each note once: a model that is down is down for every story. */
function notesOf(briefings: readonly Briefing[]): readonly string[] {
  const notes = briefings.flatMap(({ authorship }) => authorship.fellBackBecause ?? [])
  return [...new Set(notes)]
}
