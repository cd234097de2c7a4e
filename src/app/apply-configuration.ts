import type { ChannelRef } from '../domain/channel.ts'
import { BugError } from '../domain/errors.ts'
import type { WorkspaceId } from '../domain/ids.ts'
import type { Wishes } from '../domain/wishes.ts'
import type { Store } from '../store/store.ts'
import type { WorkspaceTx } from '../store/transaction.ts'
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
  store: Pick<Store, 'inWorkspace' | 'everywhere'>,
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

/** What applying the wishes would change; nothing is changed. */
export function planConfiguration(
  store: Store,
  wishes: Wishes,
  workspaceOf: (channel: ChannelRef) => Promise<WorkspaceId | undefined>,
): Promise<Applied> {
  const inWorkspace: Store['inWorkspace'] = (id, work) => takenBack(store, id, work)
  return applyConfiguration({ everywhere: store.everywhere, inWorkspace }, wishes, workspaceOf)
}

/** Does the work for real, and takes it back before anybody sees it: so it cannot differ from what would be done. */
async function takenBack<Result>(
  store: Store,
  id: WorkspaceId,
  work: (tx: WorkspaceTx) => Promise<Result>,
): Promise<Result> {
  let done: { readonly result: Result } | undefined
  const back = new Error('taken back')
  try {
    await store.inWorkspace(id, async (tx) => {
      done = { result: await work(tx) }
      throw back
    })
  } catch (error) {
    if (error !== back) throw error
  }
  if (!done) throw new BugError('The work was taken back before it was done.')
  return done.result
}
