import { UsageError } from '../../domain/errors.ts'
import type { Subscription } from '../../domain/subscription.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import type { Memory } from '../memory.ts'

/** Digests choose feeds by name: those that chose it go on with its new one. */
export async function renameInDigests(
  memory: Memory,
  before: string,
  after: string,
): Promise<void> {
  if (before === after) return
  for (const digest of await memory.listDigests()) {
    const { feeds, managedBy } = digest
    if (managedBy === 'file' || feeds.kind !== 'named' || !feeds.names.includes(before)) continue
    const names = feeds.names.map((name) => (name === before ? after : name))
    await memory.saveDigest({ ...digest, feeds: { kind: 'named', names } }, 'command')
  }
}

/** A digest is not left without anything to read; one that reads others as well goes on with those. */
export async function refuseLastFeeds(
  memory: Memory,
  removed: readonly string[],
  wording: Wording,
): Promise<void> {
  const kept = (await memory.listFeeds())
    .map(({ name }) => name)
    .filter((name) => !removed.includes(name))
  const left = (await memory.listDigests()).find((digest) => readsOnly(digest, removed, kept))
  if (!left) return
  const name = removed.find(
    (each) => left.feeds.kind === 'named' && left.feeds.names.includes(each),
  )
  throw new UsageError(wording.say('fault.lastFeed', { name: name ?? '', digest: left.name }), {
    option: 'feed',
  })
}

function readsOnly(
  { feeds }: Subscription,
  removed: readonly string[],
  kept: readonly string[],
): boolean {
  return (
    feeds.kind === 'named' &&
    feeds.names.some((name) => removed.includes(name)) &&
    !feeds.names.some((name) => kept.includes(name))
  )
}
