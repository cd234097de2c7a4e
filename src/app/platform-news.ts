import type { PlatformName } from '../domain/channel.ts'
import type { WorkspaceId } from '../domain/ids.ts'
import type { Platform } from '../domain/platform.ts'
import { reopenWorkspace, suspendWorkspace } from '../store/delivery/workspace-suspension.ts'
import type { Store } from '../store/store.ts'
import { workspacesOfFile } from '../store/wishes/feed-subscriptions.ts'
import type { Log } from '../support/log.ts'
import { tellOperators } from './tell-operators.ts'

export type NewsParts = {
  readonly store: Store
  readonly log: Log
  platforms(): ReadonlyMap<PlatformName, Platform>
}

/** What platforms tell of themselves, and what follows from it. */
export type PlatformNews = {
  onJoined(workspaceId: WorkspaceId): Promise<void>
  onRemoved(workspaceId: WorkspaceId): Promise<void>
  onDeaf(platform: PlatformName, words: string): void
  /** Sentences about platforms on which nothing is heard any more. */
  faults(): readonly string[]
}

export function createPlatformNews({ store, log, platforms }: NewsParts): PlatformNews {
  const deaf = new Map<PlatformName, string>()
  const tell = (words: string) => tellOperators({ store, platforms: { all: platforms() } }, words)
  return {
    async onJoined(workspaceId) {
      log.info('workspace joined', { workspaceId })
      await store.inWorkspace(workspaceId, reopenWorkspace)
    },
    async onRemoved(workspaceId) {
      log.warn('workspace left', { workspaceId })
      const words = `Dateline was removed from ${workspaceId}: its digests are stopped until it is added again.`
      await store.inWorkspace(workspaceId, (tx) => suspendWorkspace(tx, words))
      // Nobody can be told in a workspace that is left; those who run the bot can, elsewhere.
      const own = await store.everywhere(workspacesOfFile)
      if (own.includes(workspaceId)) await tell(words)
    },
    onDeaf(platform, words) {
      if (deaf.has(platform)) return
      deaf.set(platform, words)
      log.error('platform no longer heard', { platform, words })
      tell(words).catch((error: unknown) => log.error('operators not told', { error }))
    },
    faults: () => [...deaf.values()],
  }
}
