import type { DrawView } from './view.ts'

/** An address and what is drawn there; loaded when somebody first asks for it, so that a start need not wait for it. */
type Route = { readonly path: RegExp; load(): Promise<DrawView> }

const routes: readonly Route[] = [
  {
    path: /^\/(?:channels\/([\w:-]{1,80}))?$/,
    load: async () => (await import('./channel/channel-view.ts')).drawChannel,
  },
  {
    path: /^\/channels\/([\w:-]{1,80})\/mark$/,
    load: async () => (await import('./channel/channel-view.ts')).drawChannelMark,
  },
  {
    path: /^\/stories$/,
    load: async () => (await import('./story/stories-view.ts')).drawStories,
  },
  {
    path: /^\/stories\/([\w-]{1,80})$/,
    load: async () => (await import('./story/story-view.ts')).drawStory,
  },
  {
    path: /^\/stories\/([\w-]{1,80})\/articles\/([\w-]{1,80})$/,
    load: async () => (await import('./story/article-view.ts')).drawArticle,
  },
  {
    path: /^\/feeds$/,
    load: async () => (await import('./feeds/feeds-view.ts')).drawFeeds,
  },
  {
    path: /^\/feeds\.opml$/,
    load: async () => (await import('./feeds/feeds-file.ts')).drawFeedsFile,
  },
  {
    path: /^\/digests$/,
    load: async () => (await import('./digests/digests-view.ts')).drawDigests,
  },
  {
    path: /^\/digests\/([\w-]{1,80})$/,
    load: async () => (await import('./digests/digests-view.ts')).drawDigest,
  },
  {
    path: /^\/quality$/,
    load: async () => (await import('./quality/quality-view.ts')).drawQuality,
  },
  {
    path: /^\/system$/,
    load: async () => (await import('./system/system-view.ts')).drawSystem,
  },
]

/** What is drawn at the address, and the words in it; undefined where there is no page. */
export async function viewAt(
  pathname: string,
): Promise<{ readonly draw: DrawView; readonly words: readonly string[] } | undefined> {
  for (const { path, load } of routes) {
    const found = path.exec(pathname)
    if (found) return { draw: await load(), words: found.slice(1).filter((word) => word) }
  }
  return undefined
}
