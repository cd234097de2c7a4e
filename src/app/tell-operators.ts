import type { Document } from '../domain/document.ts'
import { workspacesOfFile } from '../store/wishes/feed-subscriptions.ts'
import type { App } from './joined.ts'

/** A word to the admins of every workspace that the configuration file speaks of: its operator is among them. */
export async function tellOperators(
  { store, platforms }: Pick<App, 'store'> & { readonly platforms: Pick<App['platforms'], 'all'> },
  words: string,
): Promise<void> {
  const document: Document = {
    blocks: [{ kind: 'notice', tone: 'warning', text: words }],
    fallback: words,
  }
  for (const workspaceId of await store.everywhere(workspacesOfFile)) {
    const platform = [...platforms.all.values()].find(({ name }) =>
      workspaceId.startsWith(`${name}:`),
    )
    await platform?.tellAdmins(workspaceId, document)
  }
}
