import type { Article } from '../domain/article.ts'
import { type Block, link, type Span, strong, text } from '../domain/document.ts'
import type { FeedSubscription } from '../domain/subscription.ts'
import type { ReadyCall } from './command.ts'
import type { Memory, Trace } from './memory.ts'
import { heading, list, paragraph } from './reply.ts'
import { timeWords } from './times.ts'

/** The stages that an article passed, in their order, with what decided at each. */
export async function articleStages(
  article: Article,
  memory: Memory,
  call: ReadyCall,
): Promise<readonly Block[]> {
  const seenIn = await memory.feedsOfArticle(article.id)
  const feeds = (await memory.listFeeds()).filter(({ feedId }) => seenIn.includes(feedId))
  const traces = (await memory.tracesOf(article.id)).toReversed()
  const stages = [read(article, feeds, call), ...revised(article, call), ...judged(traces, call)]
  return [
    heading(article.title),
    paragraph(link(article.publisher, article.url)),
    list(stages, true),
  ]
}

function read(
  { firstSeenAt, publishedAt }: Article,
  feeds: readonly FeedSubscription[],
  call: ReadyCall,
): readonly Span[] {
  const { wording } = call
  const published = publishedAt
    ? wording.say('why.stagePublished', { at: timeWords(publishedAt, call) })
    : wording.say('why.stageUndated')
  const seen = wording.say('why.stageSeen', {
    at: timeWords(firstSeenAt, call),
    feeds: feeds.map(({ name }) => name).join(', '),
  })
  return [text(`${published} ${seen}`)]
}

function revised({ revision }: Article, { wording }: ReadyCall): readonly (readonly Span[])[] {
  return revision > 1 ? [[text(wording.say('why.stageRevised', { revision }))]] : []
}

function judged(traces: readonly Trace[], call: ReadyCall): readonly (readonly Span[])[] {
  if (traces.length === 0) return [[text(call.wording.say('why.stageWaiting'))]]
  return traces.map(({ at, words }) => [strong(timeWords(at, call)), text(` · ${words}`)])
}

/** Whether the workspace reads a feed in which the article stood; what others read is none of its business. */
export async function isOwnArticle(memory: Memory, article: Article): Promise<boolean> {
  const [seenIn, feeds] = [await memory.feedsOfArticle(article.id), await memory.listFeeds()]
  return feeds.some(({ feedId }) => seenIn.includes(feedId))
}
