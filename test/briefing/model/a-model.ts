import { LLMock } from '@copilotkit/aimock'
import { onTestFinished } from 'vitest'
import { briefStory } from '../../../src/briefing/brief-story.ts'
import { createExtractiveSummarizer } from '../../../src/briefing/extractive.ts'
import { createAskModel } from '../../../src/briefing/language-model.ts'
import { createLanguageModelSummarizer } from '../../../src/briefing/model/model-summarizer.ts'
import type { LanguageModelOptions } from '../../../src/briefing/model/options.ts'
import type { SummaryAnswer } from '../../../src/briefing/model/summary-answer.ts'
import type { Summarizer } from '../../../src/briefing/summarizer.ts'
import { verifyDraft } from '../../../src/briefing/verify/verify-draft.ts'
import type { Article } from '../../../src/domain/article.ts'
import { wordingFor } from '../../../src/domain/wording/wording.ts'
import { systemRandom } from '../../../src/support/random.ts'
import { anArticle } from '../../store/sample.ts'
import { type MovedClock, movedClock } from '../../support/moved-clock.ts'
import { aStory } from '../a-story.ts'

export const sentences = [
  'Mayor Ana Ruiz closed the harbour bridge on Tuesday after inspectors found cracks in two of its eight pillars.',
  '“We do not believe that anyone was in danger,” Ruiz told reporters.',
  'Engineer Tom Berg said: "I warned the council three years ago."',
  'More than 90,000 people cross the bridge every day.',
]

export const bridge = anArticle('bridge', {
  title: 'Harbour bridge closed after cracks are found',
  text: sentences.join('\n\n'),
  headings: [],
  publishedAt: new Date('2026-03-03T09:00:00Z'),
})

export const goodAnswer: SummaryAnswer = {
  headline: 'Harbour bridge closed over cracks',
  points: [
    {
      text: 'Mayor Ana Ruiz closed the harbour bridge because two pillars have cracks.',
      passages: [1],
    },
    { text: 'More than 90,000 people use the bridge every day.', passages: [4] },
  ],
  quotes: [
    {
      passage: 3,
      text: 'I warned the council three years ago.',
      speaker: 'Tom Berg',
      translation: '',
    },
  ],
}

/** A compatible server on loopback that answers what it is told to. */
export async function aServer(): Promise<LLMock> {
  const server = new LLMock({ port: 0 })
  await server.start()
  onTestFinished(() => server.stop())
  return server
}

/** Options over a real client of a server, keeping in memory what the store would keep. */
export function optionsFor(
  url: string,
  clock: MovedClock,
  over: Partial<LanguageModelOptions> = {},
) {
  const kept = new Map<string, unknown>()
  const spent: { inputTokens: number; outputTokens: number }[] = []
  const options: LanguageModelOptions = {
    ask: createAskModel({ apiKey: 'test-key', baseUrl: `${url}/v1`, model: 'small' }, clock),
    model: 'small',
    clock,
    random: systemRandom,
    results: {
      read: async (_, key) => kept.get(key),
      keep: async (_, key, value) => void kept.set(key, value),
    },
    spend: async (_, usage) => void spent.push(usage),
    budgetLeft: async () => 'enough',
    ...over,
  }
  return { options, kept, spent }
}

/** Tells a story as the bot does: the model where there is one, verification, and the built-in summarizer behind it. */
export async function tell(
  model: Summarizer | undefined,
  articles: readonly [Article, ...Article[]],
  language?: string,
) {
  const briefing = await briefStory(
    { story: aStory('bridge', articles), score: 1, reasons: [], isMention: false },
    {
      length: 'short',
      language,
      now: new Date('2026-03-03T10:00:00Z'),
      workspaceId: undefined,
      wording: wordingFor('en'),
    },
    {
      extractive: createExtractiveSummarizer(),
      model,
      verifyDraft,
      patience: new AbortController().signal,
      onFault(error) {
        throw error
      },
    },
  )
  return {
    briefing,
    headline: briefing.headline,
    points: briefing.points.map(({ text }) => text),
    quotes: briefing.quotes.map(({ text, speaker }) => `${speaker.name}: ${text}`),
    fellBack: briefing.authorship.fellBackBecause,
    dropped: briefing.checks.quotesDropped.map(({ verdict }) => verdict),
    replaced: briefing.checks.pointsReplaced.map(({ why }) => why),
  }
}

/** A summarizer whose model answers these texts, one after the other. */
export async function answering(...replies: readonly (object | string)[]) {
  const server = await aServer()
  const clock = movedClock('2026-03-03T10:00:00Z')
  for (const [sequenceIndex, reply] of replies.entries()) {
    const content = typeof reply === 'string' ? reply : JSON.stringify(reply)
    server.on({ userMessage: /[\s\S]*/, sequenceIndex }, { content })
  }
  const { options, kept, spent } = optionsFor(server.url, clock)
  return { server, clock, kept, spent, model: createLanguageModelSummarizer(options) }
}
