import { isDeepStrictEqual } from 'node:util'
import { personId } from '../../domain/ids.ts'
import type { FeedWish, Wishes } from '../../domain/wishes.ts'
import { recordAudit } from '../audit/audit.ts'
import { rememberFeed } from '../feeds/feeds.ts'
import type { WorkspaceTx } from '../transaction.ts'
import {
  listFeedSubscriptions,
  removeFeedSubscription,
  saveFeedSubscription,
} from './feed-subscriptions.ts'
import { listFilters, removeFilter, saveFilter } from './filters.ts'
import { listSubscriptions, removeSubscription, saveSubscription } from './subscriptions.ts'

/** One thing that applying a configuration file changed, or would change. */
export type WishChange = {
  readonly what: 'feed' | 'digest' | 'filter'
  readonly change: 'added' | 'changed' | 'removed'
  readonly name: string
  /** As it stood; undefined for what is new. */
  readonly before: unknown
  /** As it is asked for; undefined for what is taken away. */
  readonly after: unknown
}

type Kept = { readonly managedBy: 'file' | 'command' }

/** How to tell, write and take away one kind of thing; `Thing` is it as stored. */
type Shelf<Wish, Thing extends Kept> = {
  readonly what: WishChange['what']
  list(): Promise<readonly Thing[]>
  /** What makes a wish and a stored thing the same one. */
  keyOf(thing: Wish | Thing): string
  nameOf(thing: Wish | Thing): string
  save(wish: Wish): Promise<unknown>
  remove(thing: Thing): Promise<void>
}

/**
 * Makes a workspace's feeds, digests and filters that the file manages those of `wishes`: all feeds and filters of the
 * file, and the digests that go to channels of this workspace. What commands have made stays, unless the file asks for
 * the same thing: then the file takes it over. Applying the same wishes twice changes nothing the second time.
 */
export async function applyWishes(tx: WorkspaceTx, wishes: Wishes): Promise<readonly WishChange[]> {
  const feeds: FeedWish[] = []
  for (const wish of wishes.feeds) {
    // A feed that has moved is stored under its new address.
    feeds.push({ ...wish, url: (await rememberFeed(tx, wish.url)).url })
  }
  return [
    ...(await fill(tx, feedShelf(tx), feeds)),
    ...(await fill(tx, digestShelf(tx), wishes.digests)),
    ...(await fill(tx, filterShelf(tx), wishes.filters)),
  ]
}

function feedShelf(tx: WorkspaceTx): Shelf<FeedWish, Feeds> {
  return {
    what: 'feed',
    list: () => listFeedSubscriptions(tx),
    keyOf: ({ url }) => url,
    nameOf: ({ name }) => name,
    save: (wish) => saveFeedSubscription(tx, wish, 'file'),
    remove: ({ feedId }) => removeFeedSubscription(tx, feedId),
  }
}

type Feeds = Awaited<ReturnType<typeof listFeedSubscriptions>>[number]
type Digests = Awaited<ReturnType<typeof listSubscriptions>>[number]
type Filters = Awaited<ReturnType<typeof listFilters>>[number]

function digestShelf(tx: WorkspaceTx): Shelf<Wishes['digests'][number], Digests> {
  return {
    what: 'digest',
    list: () => listSubscriptions(tx),
    keyOf: ({ name }) => name,
    nameOf: ({ name }) => name,
    save: (wish) => saveSubscription(tx, wish, 'file'),
    remove: ({ id }) => removeSubscription(tx, id),
  }
}

function filterShelf(tx: WorkspaceTx): Shelf<Wishes['filters'][number], Filters> {
  return {
    what: 'filter',
    list: () => listFilters(tx),
    keyOf: ({ id }) => id,
    nameOf: ({ action, field, match, value }) => `${action} ${field} ${match} ${value}`,
    save: (wish) => saveFilter(tx, wish, 'file'),
    remove: ({ id }) => removeFilter(tx, id),
  }
}

async function fill<Wish extends object, Thing extends Kept>(
  tx: WorkspaceTx,
  shelf: Shelf<Wish, Thing>,
  wishes: readonly Wish[],
): Promise<readonly WishChange[]> {
  const stored = await shelf.list()
  const wishOf = new Map(wishes.map((wish) => [shelf.keyOf(wish), wish]))
  const changes: WishChange[] = []
  for (const [key, wish] of wishOf) {
    const before = stored.find((thing) => shelf.keyOf(thing) === key)
    if (before && isSame(before, wish)) continue
    await shelf.save(wish)
    const change = before ? 'changed' : 'added'
    changes.push({ what: shelf.what, change, name: shelf.nameOf(wish), before, after: wish })
  }
  for (const thing of stored) {
    if (thing.managedBy === 'command' || wishOf.has(shelf.keyOf(thing))) continue
    await shelf.remove(thing)
    const name = shelf.nameOf(thing)
    changes.push({ what: shelf.what, change: 'removed', name, before: thing, after: undefined })
  }
  for (const change of changes) await note(tx, change)
  return changes
}

/** Whether the file manages it already and every wish of it stands as asked. */
function isSame(stored: Kept & object, wish: object): boolean {
  const kept = stored as Readonly<Record<string, unknown>>
  return (
    stored.managedBy === 'file' &&
    Object.entries(wish).every(([key, value]) => isDeepStrictEqual(kept[key], value))
  )
}

function note(tx: WorkspaceTx, { what, change, before, after }: WishChange): Promise<void> {
  const name = 'configuration file'
  return recordAudit(tx, {
    personId: personId('file'),
    name,
    what: `${what} ${change}`,
    before,
    after,
  })
}
