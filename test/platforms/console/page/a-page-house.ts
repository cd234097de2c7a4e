import { consoleWorkspace } from '../../../../src/app/console.ts'
import { rendererFor } from '../../../../src/app/renderers.ts'
import { workspaceId } from '../../../../src/domain/ids.ts'
import type { PageHouse, PageReads } from '../../../../src/platforms/console/page/reads.ts'

/** Two workspaces with nothing in them but what the test gives. */
export function aPageHouse(reads: Partial<PageReads> = {}): PageHouse {
  const empty: PageReads = {
    channels: async () => [{ platform: 'console', id: 'main' }],
    threads: async () => [],
    channelMark: async () => '0',
    stories: async () => [],
    story: async () => undefined,
    feeds: async () => [],
    digests: async () => [],
    editions: async () => [],
    quality: async () => {
      throw new Error('no test asks for this')
    },
  }
  return {
    workspaces: async () => [consoleWorkspace, workspaceId('slack:T1')],
    rendererFor,
    system: async () => {
      throw new Error('no test asks for this')
    },
    readsOf: () => ({ ...empty, ...reads }),
  }
}
