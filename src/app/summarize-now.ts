import { briefStory } from '../briefing/brief-story.ts'
import type { Article } from '../domain/article.ts'
import type { Briefing } from '../domain/briefing.ts'
import { storyDocument } from '../domain/digest-document.ts'
import type { Document } from '../domain/document.ts'
import { storyId } from '../domain/ids.ts'
import type { DigestLength } from '../domain/subscription.ts'
import { wordingFor } from '../domain/wording/wording.ts'
import { builtInBriefing } from './built-in-briefing.ts'

export type SummarizeHow = {
  readonly length: DigestLength
  readonly language: string | undefined
  readonly now: Date
}

/** One article told short, by the built-in summarizer, as a document without buttons: nothing of it is stored. */
export async function summarizeNow(
  article: Article,
  { length, language, now }: SummarizeHow,
): Promise<{ readonly briefing: Briefing; readonly document: Document }> {
  const wording = wordingFor(language ?? article.language ?? 'en')
  const story = { id: storyId(article.id), articles: [article] as const, told: undefined }
  const ranked = { story, score: 1, reasons: [], isMention: false }
  const how = { length, language, now, workspaceId: undefined, wording }
  const briefing = await briefStory(ranked, how, {
    ...builtInBriefing,
    model: undefined,
    patience: AbortSignal.abort(),
    onFault() {},
  })
  const { blocks, fallback } = storyDocument(
    briefing,
    undefined,
    { length, timezone: 'UTC' },
    wording,
  )
  return {
    briefing,
    document: { blocks: blocks.filter(({ kind }) => kind !== 'actions'), fallback },
  }
}
