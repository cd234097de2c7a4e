import type { ChannelRef } from '../domain/channel.ts'
import type { WorkspaceId } from '../domain/ids.ts'
import type { Wishes } from '../domain/wishes.ts'
import type { Store } from '../store/store.ts'
import { applyWishes, type WishChange } from '../store/wishes/apply-wishes.ts'
import { workspacesOfFile } from '../store/wishes/feed-subscriptions.ts'

export type Applied = {
  readonly changes: readonly WishChange[]
  /** Digests whose channel the bot cannot see, by name: they wait until it can. */
  readonly unseen: readonly string[]
}

/**
 * Makes what the file asks for so in every workspace that its digests go to: all its feeds and filters, and the digests
 * of that workspace. A workspace that the file no longer names loses what the file had put there.
 */
export async function applyConfiguration(
  store: Store,
  wishes: Wishes,
  workspaceOf: (channel: ChannelRef) => Promise<WorkspaceId | undefined>,
): Promise<Applied> {
  const placed = await Promise.all(
    wishes.digests.map(async (digest) => ({ digest, home: await workspaceOf(digest.channel) })),
  )
  const named = placed.flatMap(({ home }) => (home === undefined ? [] : [home]))
  const unseen = placed.filter(({ home }) => home === undefined).map(({ digest }) => digest.name)
  // While a channel cannot be seen it is not known whose it is, so that nothing is taken away.
  const before = unseen.length > 0 ? [] : await store.everywhere(workspacesOfFile)
  const changes: WishChange[] = []
  for (const workspaceId of new Set([...named, ...before])) {
    const digests = placed.filter(({ home }) => home === workspaceId).map(({ digest }) => digest)
    const own = digests.length > 0 ? { ...wishes, digests } : { feeds: [], digests, filters: [] }
    changes.push(...(await store.inWorkspace(workspaceId, (tx) => applyWishes(tx, own))))
  }
  return { changes, unseen }
}
