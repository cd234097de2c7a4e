import type { Briefing } from '../../domain/briefing.ts'
import type { Reply } from '../../domain/command.ts'
import { quoteBlock } from '../../domain/digest-document.ts'
import { link, text } from '../../domain/document.ts'
import { articleId } from '../../domain/ids.ts'
import type { Command, ReadyCall } from '../command.ts'
import type { Memory } from '../memory.ts'
import { withChannel } from '../read/channel.ts'
import { findStory } from '../read/story.ts'
import { done, failed, heading, list, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'
import { timeWords, timezoneOf } from '../times.ts'
import { articleStages } from '../why.ts'
import { latestEdition } from './briefing-latest.ts'

const articlesExplained = 3

/** A command that shows one side of a story. */
function view(
  name: string,
  description: Command['description'],
  examples: Command['examples'],
  show: (briefing: Briefing, memory: Memory, call: ReadyCall) => Promise<Reply>,
): Command {
  return {
    name,
    description,
    options: [options.story],
    audience: 'everyone',
    examples,
    run: (call) =>
      call.remember(async (memory) =>
        show(await findStory(call.options.story ?? '', memory, call), memory, call),
      ),
  }
}

export const storyTimeline = view(
  'story timeline',
  'command.storyTimeline',
  [{ line: 'story timeline bridge', says: 'Harbour Post' }],
  async ({ headline, sources, storyId }, memory, call) => {
    const { wording } = call
    const tellings = await memory.tellingsOf(storyId)
    const steps = [
      ...sources.map(({ publisher, title, url, publishedAt }) => ({
        at: publishedAt,
        spans: [link(`${publisher}: ${title}`, url)],
      })),
      ...tellings.map(({ at, channel }) => ({
        at,
        spans: channel
          ? withChannel((name) => wording.say('storyTimeline.told', { channel: name }), channel)
          : [text(wording.say('storyTimeline.told', { channel: '–' }))],
      })),
    ].sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
    return done(
      heading(headline, wording.say('story.sources', { count: sources.length })),
      list(
        steps.map(({ at, spans }) => [
          text(`${at ? timeWords(at, call) : wording.say('storyTimeline.undated')} · `),
          ...spans,
        ]),
      ),
    )
  },
)

export const storySources = view(
  'story sources',
  'command.storySources',
  [{ line: 'story sources bridge', says: 'Harbour Post' }],
  (briefing, _memory, call) => Promise.resolve(sourcesReply(briefing, call)),
)

export const storyQuotes = view(
  'story quotes',
  'command.storyQuotes',
  [{ line: 'story quotes bridge', says: 'We will not take that risk' }],
  (briefing, _memory, call) => Promise.resolve(quotesReply(briefing, call)),
)

export const storyChanges = view(
  'story changes',
  'command.storyChanges',
  [{ line: 'story changes bridge', says: 'Nothing has changed' }],
  async ({ headline, updatedSince, points, storyId }, memory, call) => {
    const { wording } = call
    if (updatedSince) {
      return done(
        heading(headline, wording.say('story.updatedSince', { at: timeWords(updatedSince, call) })),
        list(points.map((point) => point.text)),
      )
    }
    const [last] = await memory.tellingsOf(storyId)
    return done(
      heading(headline),
      paragraph(
        last
          ? wording.say('storyChanges.none', { at: timeWords(last.at, call) })
          : wording.say('storyChanges.new'),
      ),
    )
  },
)

export const storyWhy = view(
  'story why',
  'command.storyWhy',
  [{ line: 'story why bridge', says: 'First seen' }],
  async ({ sources }, memory, call) => {
    const ids = sources.slice(0, articlesExplained).map((source) => articleId(source.articleId))
    const articles = await memory.findArticles(ids)
    if (articles.length === 0) return failed(call.wording.say('why.gone'))
    const blocks = []
    for (const article of articles) blocks.push(...(await articleStages(article, memory, call)))
    return done(...blocks)
  },
)

function sourcesReply({ headline, sources }: Briefing, call: ReadyCall): Reply {
  return done(
    heading(headline, call.wording.say('story.sources', { count: sources.length })),
    list(
      sources.map(({ publisher, title, url, publishedAt, partial }) => [
        link(`${publisher}: ${title}`, url),
        ...(publishedAt ? [text(` · ${timeWords(publishedAt, call)}`)] : []),
        ...(partial ? [text(` · ${call.wording.say('story.partial')}`)] : []),
      ]),
    ),
  )
}

function quotesReply(briefing: Briefing, call: ReadyCall): Reply {
  const { wording } = call
  const { headline, quotes } = briefing
  if (quotes.length === 0) return done(heading(headline), paragraph(wording.say('quotes.none')))
  const place = { timezone: timezoneOf(call) }
  return done(
    heading(headline),
    ...quotes.map((quote) => quoteBlock(quote, briefing, place, wording)),
  )
}

/** The same for the latest digest as a whole, when no story is named. */
function ofLatest(
  name: string,
  description: Command['description'],
  examples: Command['examples'],
  show: (briefing: Briefing, call: ReadyCall) => Reply,
): Command {
  return {
    name,
    description,
    options: [{ ...options.story, required: false }],
    audience: 'everyone',
    examples,
    run: (call) =>
      call.remember(async (memory) => {
        const { story } = call.options
        if (story !== undefined) return show(await findStory(story, memory, call), call)
        const briefings = (await latestEdition(memory, call))?.digest?.briefings ?? []
        if (briefings.length === 0) return done(paragraph(call.wording.say('latest.none')))
        return done(...briefings.flatMap((briefing) => show(briefing, call).document.blocks))
      }),
  }
}

export const sources = ofLatest(
  'sources',
  'command.sources',
  [{ line: 'sources', says: 'Harbour Post' }],
  sourcesReply,
)

export const quotes = ofLatest(
  'quotes',
  'command.quotes',
  [{ line: 'quotes', says: 'We will not take that risk' }],
  quotesReply,
)
