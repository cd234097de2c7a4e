import { UsageError } from '../../domain/errors.ts'
import { personOf } from '../../domain/personal-digest.ts'
import type { FeedSubscription, Subscription } from '../../domain/subscription.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import type { Memory } from '../memory.ts'
import { nearest } from '../nearest.ts'
import { short } from '../options.ts'

/** The feed that a person means by its name, its address or a completion. */
export async function findFeed(
  memory: Memory,
  typed: string,
  wording: Wording,
): Promise<FeedSubscription> {
  const feeds = await memory.listFeeds()
  const wanted = typed.trim().toLowerCase()
  const exact = feeds.find(
    ({ feedId, name, url }) =>
      feedId === typed || name.toLowerCase() === wanted || url.toLowerCase() === wanted,
  )
  const begun = feeds.filter(({ name }) => name.toLowerCase().startsWith(wanted))
  const [only, ...others] = begun
  const found = exact ?? (others.length === 0 ? only : undefined)
  if (found) return found
  const names = feeds.map(({ name }) => name)
  throw new UsageError(
    notFound(
      'fault.feed',
      typed,
      begun.length > 0 ? begun.map(({ name }) => name) : names,
      wording,
    ),
    { option: 'feed' },
  )
}

/** The digest of a channel that a person means by its name; nobody's own one. */
export async function findDigest(
  memory: Memory,
  typed: string,
  wording: Wording,
): Promise<Subscription> {
  const digests = await listChannelDigests(memory)
  const wanted = typed.trim().toLowerCase()
  const found = digests.find(
    ({ id, name, title }) => id === typed || name === wanted || title.toLowerCase() === wanted,
  )
  if (found) return found
  const names = digests.map(({ name }) => name)
  throw new UsageError(notFound('fault.digest', typed, names, wording), { option: 'digest' })
}

export async function listChannelDigests(memory: Memory): Promise<readonly Subscription[]> {
  return (await memory.listDigests()).filter((digest) => personOf(digest) === undefined)
}

function notFound(
  key: 'fault.feed' | 'fault.digest',
  typed: string,
  names: readonly string[],
  wording: Wording,
): string {
  const near = nearest(typed, names)
  const offered = (near.length > 0 ? near : names.slice(0, 10)).join(', ')
  return wording.say(key, { value: short(typed), offered: offered === '' ? '–' : offered })
}

/** What the configuration file manages is changed there and nowhere else. */
export function refuseManaged(
  { managedBy }: { readonly managedBy: 'file' | 'command' },
  name: string,
  wording: Wording,
): void {
  if (managedBy === 'file') throw new UsageError(wording.say('fault.managed', { name }))
}
