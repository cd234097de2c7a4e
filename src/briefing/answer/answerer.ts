import type { Article } from '../../domain/article.ts'
import type { Point } from '../../domain/briefing.ts'
import type { WorkspaceId } from '../../domain/ids.ts'

export type AnswerRequest = {
  readonly question: string
  /** The best first. Nothing that they do not say may be answered. */
  readonly articles: readonly Article[]
  /** The asker's language as a BCP 47 tag; undefined where it is not known. */
  readonly language: string | undefined
  /** On whose account money is spent. */
  readonly workspaceId: WorkspaceId | undefined
}

/**
 * Has a language model answer from articles: sentences with the passages that they rest on, none where it finds that the
 * articles do not say. Throws a `SummarizerError`, a sentence for the reader, when it has nothing that may be used.
 */
export type Answerer = (request: AnswerRequest) => Promise<readonly Point[]>
