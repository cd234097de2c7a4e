import type { Authorship, Briefing, Checks } from '../domain/briefing.ts'
import { SummarizerError } from '../domain/errors.ts'
import type { DigestId, WorkspaceId } from '../domain/ids.ts'
import type { RankedStory, Story } from '../domain/story.ts'
import type { DigestLength } from '../domain/subscription.ts'
import type { Wording } from '../domain/wording/wording.ts'
import { disagreementsOf } from './disagreements.ts'
import { cutHeadline, headlineOf } from './headline.ts'
import { sourcesOf } from './sources.ts'
import type { Draft, Summarizer, SummaryRequest, VerifiedDraft, VerifyDraft } from './summarizer.ts'
import { withoutOrdersIn } from './text/orders.ts'

/** How the stories of a digest are to be told. */
export type BriefHow = {
  readonly length: DigestLength
  /** The reader's language; undefined keeps each article's own. */
  readonly language: string | undefined
  readonly now: Date
  readonly workspaceId: WorkspaceId | undefined
  readonly digestId?: DigestId | undefined
  readonly wording: Wording
}

/** What tells a story. */
export type BriefTools = {
  /** The built-in one: always there, and what the model falls back to. */
  readonly extractive: Summarizer
  /** The language model; undefined where none is set up. */
  readonly model: Summarizer | undefined
  verifyDraft(...asked: Parameters<VerifyDraft>): VerifiedDraft | Promise<VerifiedDraft>
  /** Fires when the model is not to be waited for any longer. */
  readonly patience: AbortSignal
  /** Told of an error that nobody expects; the story is told without the model all the same. */
  onFault(error: unknown): void
}

type Written = { readonly draft: Draft; readonly authorship: Authorship }

/**
 * One story told short: written, verified against its articles, and without what the channel was told before. The built-in
 * summarizer writes it where the model cannot, and the briefing says so.
 */
export async function briefStory(
  { story, isMention }: RankedStory,
  how: BriefHow,
  tools: BriefTools,
): Promise<Briefing> {
  const request: SummaryRequest = {
    articles: readableOf(story),
    length: how.length,
    language: how.language,
    told: story.told,
    now: how.now,
    workspaceId: how.workspaceId,
    digestId: how.digestId,
  }
  const spare = await spareDraft(request, tools)
  if (isMention) return toBriefing(story, mentionOf(spare), how)
  const { draft, authorship } = await write(request, spare, how, tools)
  const verified = await tools.verifyDraft(draft, request, spare)
  return toBriefing(story, { ...verified, authorship }, how)
}

function readableOf({ articles: [lead, ...others] }: Story): SummaryRequest['articles'] {
  return [withoutOrdersIn(lead), ...others.map(withoutOrdersIn)]
}

async function spareDraft(request: SummaryRequest, { extractive }: BriefTools): Promise<Draft> {
  try {
    return await extractive.summarize(request)
  } catch (error) {
    if (!(error instanceof SummarizerError)) throw error
    return { headline: headlineOf(request.articles[0]), points: [], quotes: [] }
  }
}

async function write(
  request: SummaryRequest,
  spare: Draft,
  { wording }: BriefHow,
  { model, patience, onFault }: BriefTools,
): Promise<Written> {
  const fallBack = (why: string | undefined): Written => ({
    draft: spare,
    authorship: { summarizer: 'extractive', fellBackBecause: why },
  })
  if (model === undefined) return fallBack(undefined)
  try {
    const draft = await inTime(() => model.summarize(request), patience)
    if (draft === 'late') return fallBack(wording.say('brief.modelLate'))
    return { draft, authorship: { summarizer: model.name, fellBackBecause: undefined } }
  } catch (error) {
    if (error instanceof SummarizerError) return fallBack(error.message)
    onFault(error)
    return fallBack(wording.say('brief.modelFailed'))
  }
}

/** What the work gives, unless the signal fires first. */
function inTime<Result>(
  work: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result | 'late'> {
  if (signal.aborted) return Promise.resolve('late')
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve('late')
    signal.addEventListener('abort', giveUp, { once: true })
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', giveUp))
  })
}

type Outcome = { readonly draft: Draft; readonly checks: Checks; readonly authorship: Authorship }

/** No more than the headline: what a filter wants only mentioned. */
function mentionOf({ headline }: Draft): Outcome {
  return {
    draft: { headline, points: [], quotes: [] },
    checks: { quotesDropped: [], pointsReplaced: [] },
    authorship: { summarizer: 'extractive', fellBackBecause: undefined },
  }
}

function toBriefing(story: Story, { draft, checks, authorship }: Outcome, how: BriefHow): Briefing {
  const { told } = story
  const points = draft.points.filter(({ text }) => !told?.points.includes(text))
  const quotes = draft.quotes.filter(({ text }) => !told?.quotes.includes(text))
  return {
    storyId: story.id,
    headline: cutHeadline(draft.headline),
    points,
    quotes,
    disagreements: disagreementsOf(story.articles, how.wording),
    sources: sourcesOf(story.articles, { points, quotes }),
    updatedSince: told?.at,
    authorship,
    checks,
  }
}
