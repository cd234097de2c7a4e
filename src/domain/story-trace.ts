import type { Briefing } from './briefing.ts'
import type { ArticleId } from './ids.ts'
import type { DropReason, LeftOut } from './left-out.ts'
import type { RankedStory } from './story.ts'
import type { Wording } from './wording/wording.ts'

/** What became of an article in one digest: printed, or left out for a reason; a sentence says more. */
export type StoryTrace = {
  readonly articleId: ArticleId
  readonly stage: 'printed' | DropReason
  readonly words: string
}

/** What became of every article that was read for a digest. */
export function storyTraces(
  printed: readonly { readonly ranked: RankedStory; readonly briefing: Briefing }[],
  left: readonly LeftOut[],
  wording: Wording,
): readonly StoryTrace[] {
  const told = printed.flatMap(({ ranked, briefing }, at) => {
    const reasons = ranked.reasons.join(', ')
    const words = wording.say('why.printed', {
      place: at + 1,
      headline: briefing.headline,
      reasons,
    })
    return ranked.story.articles.map(({ id }) => ({
      articleId: id,
      stage: 'printed' as const,
      words,
    }))
  })
  return [
    ...told,
    ...left.map(({ articleId, reason, words }) => ({ articleId, stage: reason, words })),
  ]
}
