import type { Article } from '../domain/article.ts'
import type { Briefing } from '../domain/briefing.ts'
import type { ChannelRef } from '../domain/channel.ts'
import type { Digest } from '../domain/digest.ts'
import type { KeptAction } from '../domain/document-actions.ts'
import type { Filter } from '../domain/filter.ts'
import type {
  ActionId,
  ArticleId,
  DigestId,
  FeedId,
  PersonId,
  SlotId,
  StoryId,
} from '../domain/ids.ts'
import type { Follow, Mute, Subject } from '../domain/mute.ts'
import type { Permission } from '../domain/permission.ts'
import type { PollState } from '../domain/poll-state.ts'
import type { SlotState } from '../domain/slot.ts'
import type { FeedSubscription, Subscription } from '../domain/subscription.ts'
import type { DigestWish, FeedWish } from '../domain/wishes.ts'

export type KeptFilter = Filter & { readonly managedBy: 'file' | 'command' }
export type KeptFollow = Follow & { readonly id: string }
export type KeptMute = Mute & { readonly id: string }

export type FeedHealth = {
  readonly feedId: FeedId
  readonly title: string
  /** Undefined until the first poll. */
  readonly state: PollState | undefined
  /** Undefined when nobody looks any more until somebody asks for it. */
  readonly nextCheckAt: Date | undefined
  readonly newestAt: Date | undefined
}

export type Telling = {
  readonly storyId: StoryId
  readonly channel: ChannelRef | undefined
  readonly at: Date
  readonly told: { readonly headline: string; readonly points: readonly string[] }
  readonly briefing: Briefing
}

export type Edition = {
  readonly slotId: SlotId
  readonly digestId: DigestId
  readonly dueAt: Date
  readonly state: SlotState
  readonly words: string
  readonly digest: Digest | undefined
}

export type Trace = {
  readonly slotId: SlotId
  readonly stage: string
  readonly words: string
  readonly at: Date
}

export type Budget = {
  readonly monthlyMicroDollars: number | undefined
  readonly softPercent: number
}

export type Spent = {
  readonly calls: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly microDollars: number
}

export type AuditEntry = {
  readonly personId: PersonId
  readonly name: string
  readonly what: string
  readonly before: unknown
  readonly after: unknown
}

export type Person = {
  readonly personId: PersonId
  readonly name: string
  readonly locale: string | undefined
  readonly timezone: string | undefined
}

/** What commands read and write of one workspace, in one transaction; the store has all of it. */
export type Memory = {
  listFeeds(): Promise<readonly FeedSubscription[]>
  /** Even one removed before. */
  findFeed(
    id: FeedId,
  ): Promise<{ readonly feed: FeedSubscription; readonly removedAtMs: number | null } | undefined>
  /** The feed at an address, even one that it has moved away from. */
  locateFeed(url: string): Promise<{ readonly id: FeedId }>
  feedsOf(digest: Pick<Subscription, 'feeds'>): Promise<readonly FeedSubscription[]>
  saveFeed(wish: FeedWish, managedBy: 'command'): Promise<FeedSubscription>
  removeFeed(id: FeedId): Promise<void>
  feedHealth(ids: readonly FeedId[]): Promise<readonly FeedHealth[]>

  listDigests(): Promise<readonly Subscription[]>
  findRemovedDigest(
    id: DigestId,
  ): Promise<{ readonly digest: Subscription; readonly removedAtMs: number } | undefined>
  saveDigest(wish: DigestWish, managedBy: 'command'): Promise<Subscription>
  removeDigest(id: DigestId): Promise<void>
  /** The newest first. */
  listEditions(digests: readonly DigestId[], limit: number): Promise<readonly Edition[]>
  /** How many articles wait for the digest. */
  countWaiting(digest: Subscription): Promise<number>
  findPosted(
    slot: SlotId,
  ): Promise<{ readonly channel: ChannelRef; readonly id: string } | undefined>
  countDeliveries(
    since: Date,
  ): Promise<readonly { readonly state: string; readonly count: number }[]>

  listFilters(): Promise<readonly KeptFilter[]>
  saveFilter(filter: Filter, managedBy: 'command'): Promise<void>
  removeFilter(id: string): Promise<void>

  rememberPerson(person: Person): Promise<void>
  listPeople(): Promise<readonly Person[]>
  listPermissions(): Promise<readonly Permission[]>
  grantPermission(right: Pick<Permission, 'holder' | 'area'>, grantedBy: string): Promise<void>
  revokePermission(right: Pick<Permission, 'holder' | 'area'>): Promise<void>
  listFollows(person: PersonId): Promise<readonly KeptFollow[]>
  listMutes(person: PersonId): Promise<readonly KeptMute[]>
  saveFollow(person: PersonId, subject: Subject): Promise<KeptFollow>
  saveMute(person: PersonId, subject: Subject, until: Date): Promise<KeptMute>
  removeTaste(table: 'follows' | 'mutes', person: PersonId, id: string): Promise<boolean>
  saveFeedback(feedback: {
    readonly personId: PersonId
    readonly kind: 'less' | 'report'
    readonly about: string
    readonly words: string
  }): Promise<void>
  keepApart(person: PersonId, pairs: readonly (readonly [string, string])[]): Promise<void>
  putTogether(pair: readonly [string, string]): Promise<void>

  findBriefing(id: StoryId): Promise<Briefing | undefined>
  /** The last one first. */
  tellingsOf(id: StoryId): Promise<readonly Telling[]>
  /** The newest first. */
  toldSince(since: Date, limit: number): Promise<readonly Telling[]>
  keepShown(briefings: readonly Briefing[]): Promise<void>
  tracesOf(article: ArticleId): Promise<readonly Trace[]>

  searchArticles(query: {
    readonly words: string
    readonly feedIds: readonly FeedId[]
    readonly since: Date | undefined
    readonly limit: number
  }): Promise<readonly Article[]>
  findArticles(ids: readonly ArticleId[]): Promise<readonly Article[]>
  findArticleByUrl(url: string): Promise<Article | undefined>
  newestArticles(feed: FeedId, limit: number): Promise<readonly Article[]>
  /** The feeds in which an article was seen. */
  feedsOfArticle(article: ArticleId): Promise<readonly FeedId[]>

  readBudget(): Promise<Budget>
  writeBudget(budget: Budget): Promise<void>
  spentThisMonth(): Promise<Spent>

  recordAudit(entry: AuditEntry): Promise<void>
  listAudit(limit: number): Promise<readonly (AuditEntry & { readonly at: Date })[]>
  saveActions(actions: readonly KeptAction[]): Promise<void>
  findAction(id: ActionId): Promise<KeptAction | undefined>
  /** False when it was used up before. */
  takeAction(id: ActionId): Promise<boolean>
  /** False for a request that has come before. */
  isNewArrival(id: string): Promise<boolean>
  /** The count so far in the window that began with the first of them. */
  countUp(key: string, windowMs: number): Promise<number>
  /** Everything kept of one person, or of the workspace. */
  exportData(
    person: PersonId | undefined,
  ): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>
  deleteData(person: PersonId | undefined): Promise<number>
}
