import type { PageHouse, PageReads } from '../../platforms/console/page/reads.ts'
import type { Store } from '../../store/store.ts'
import type { WorkspaceTx } from '../../store/transaction.ts'
import { workspacesInUse } from '../../store/wishes/workspaces-in-use.ts'
import type { RecentLines } from '../../support/recent-lines.ts'
import { consoleWorkspace } from '../console.ts'
import { rendererFor } from '../renderers.ts'
import { channelMark, readChannels, readThreads } from './channels.ts'
import { readDigests, readEditions } from './digests.ts'
import { readFeeds } from './feeds.ts'
import { readQuality } from './quality.ts'
import { readStories, readStory } from './stories.ts'
import { readSystem } from './system.ts'

/** What the console's page shows, read from the store. */
export function createPageHouse(store: Store, recentLines: RecentLines['lines']): PageHouse {
  return {
    async workspaces() {
      const used = await store.everywhere(workspacesInUse)
      return [consoleWorkspace, ...used.filter((id) => id !== consoleWorkspace)]
    },
    rendererFor,
    system: () => readSystem(store, recentLines),
    readsOf(workspaceId): PageReads {
      const inside = <Result>(work: (tx: WorkspaceTx) => Promise<Result>) =>
        store.inWorkspace(workspaceId, work)
      return {
        channels: () => inside(readChannels),
        threads: (channel) => inside((tx) => readThreads(tx, channel)),
        channelMark: (channel) => inside((tx) => channelMark(tx, channel)),
        stories: () => inside(readStories),
        story: (id) => inside((tx) => readStory(tx, id)),
        feeds: () => inside(readFeeds),
        digests: () => inside(readDigests),
        editions: (digests) => inside((tx) => readEditions(tx, digests)),
        quality: () => inside(readQuality),
      }
    },
  }
}
