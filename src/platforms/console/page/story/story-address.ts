import type { StoryId } from '../../../../domain/ids.ts'

export function storyAddress(base: string, story: StoryId): string {
  return `${base}/stories/${story}`
}

/** Where the article stands as the story was told from it. */
export function articleAddress(base: string, story: StoryId, article: string): string {
  return `${storyAddress(base, story)}/articles/${article}`
}

/** The name of the place where a quote is marked, on the story's page and in the article: `quote-1` is the first. */
export function quoteAnchor(at: number): string {
  return `quote-${at + 1}`
}

export function pointAnchor(at: number): string {
  return `point-${at + 1}`
}
