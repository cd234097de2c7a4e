import type { Article } from '../../domain/article.ts'
import type { Reply } from '../../domain/command.ts'
import { type Block, link, text } from '../../domain/document.ts'
import { articleId } from '../../domain/ids.ts'
import type { Passage } from '../../domain/passage.ts'
import { passageLink } from '../../domain/passage-link.ts'
import type { Command, ReadyCall } from '../command.ts'
import type { Memory } from '../memory.ts'
import { readSince } from '../read/duration.ts'
import { findStory } from '../read/story.ts'
import { done, failed, footer, heading, list, paragraph } from '../reply.ts'
import { options, textOption } from '../shared-options.ts'
import { dayWords } from '../times.ts'
import type { Answer } from '../tools.ts'
import { isOwnArticle } from '../why.ts'

const articlesRead = 12
const longestPassage = 300

export const ask: Command = {
  name: 'ask',
  description: 'command.ask',
  options: [
    textOption('question', 'option.question', { required: true, positional: true }),
    textOption('story', 'option.askStory', { completes: 'stories' }),
    { name: 'url', kind: 'url', description: 'option.askUrl', required: false },
    options.since,
  ],
  audience: 'everyone',
  examples: [
    { line: 'ask why is the harbour bridge closed?', says: 'cracks' },
    { line: 'ask who won the football match?', says: 'The sources do not say.' },
    { line: 'ask', says: 'question' },
  ],
  run: async (call, tools) => {
    const { caller, options: given, wording } = call
    const question = given.question ?? ''
    const articles = await call.remember((memory) => articlesFor(question, memory, call))
    if (articles.length === 0) return failed(wording.say('ask.nothing'))
    const answer = await tools.answer({
      question,
      articles,
      workspaceId: caller.workspaceId,
      wording,
    })
    return answer.answered ? answered(answer, articles, call) : silent(answer, articles, call)
  },
}

/** What may hold the answer: a story's articles, one article, or what the workspace's feeds brought about it. */
async function articlesFor(
  question: string,
  memory: Memory,
  call: ReadyCall,
): Promise<readonly Article[]> {
  const { options: given, now, wording } = call
  if (given.story !== undefined) {
    const { sources } = await findStory(given.story, memory, call)
    return memory.findArticles(sources.map((source) => articleId(source.articleId)))
  }
  if (given.url !== undefined) {
    const article = await memory.findArticleByUrl(given.url)
    return article && (await isOwnArticle(memory, article)) ? [article] : []
  }
  const feedIds = (await memory.listFeeds()).map(({ feedId }) => feedId)
  const since = given.since === undefined ? undefined : readSince(given.since, now, wording)
  return memory.searchArticles({ words: question, feedIds, since, limit: articlesRead })
}

/** Passages listed for one sentence of an answer. */
const mostPassages = 2

function answered({ points, note }: Answer, articles: readonly Article[], call: ReadyCall): Reply {
  const shown = points.map(({ text: words, evidence }) => ({
    words,
    evidence: evidence.slice(0, mostPassages),
  }))
  const passages = uniquePassages(shown.flatMap(({ evidence }) => evidence))
  const numbersOf = (evidence: readonly Passage[]) =>
    evidence.map((passage) => passages.findIndex((other) => isSame(passage, other)) + 1)
  const numbered = shown.map(({ words, evidence }) => [
    text(`${words} [${numbersOf(evidence).join(', ')}]`),
  ])
  return done(
    list(numbered),
    heading(call.wording.say('ask.passages')),
    {
      kind: 'list',
      ordered: true,
      items: passages.map((passage) => passageSpans(passage, articles, call)),
    },
    ...noted(note),
  )
}

function uniquePassages(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter((one, at) => passages.findIndex((other) => isSame(one, other)) === at)
}

function isSame(a: Passage, b: Passage): boolean {
  return a.articleId === b.articleId && a.start === b.start && a.end === b.end
}

function noted(note: string | undefined): readonly Block[] {
  return note === undefined ? [] : [footer(note)]
}

function silent({ closest, note }: Answer, articles: readonly Article[], call: ReadyCall): Reply {
  const { wording } = call
  const nearest: readonly Block[] = closest
    ? [paragraph(text(`${wording.say('ask.closest')} `), ...passageSpans(closest, articles, call))]
    : []
  return done(paragraph(wording.say('ask.silent')), ...nearest, ...noted(note))
}

/** "Wire One, 2 Dec: “…”", the outlet's name opening the passage. */
function passageSpans(
  { articleId: id, start, end }: Passage,
  articles: readonly Article[],
  call: ReadyCall,
) {
  const article = articles.find((each) => each.id === id)
  if (!article) return [text('–')]
  const { url, publisher, publishedAt } = article
  const words = article.text.slice(start, end)
  const day = publishedAt ? `, ${dayWords(publishedAt, call)}` : ''
  const opens = url && passageLink(url, article.text, { start, end })
  return [link(`${publisher}${day}`, opens), text(`: “${shorten(words)}”`)]
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length > longestPassage
    ? `${line.slice(0, line.lastIndexOf(' ', longestPassage))} …`
    : line
}
