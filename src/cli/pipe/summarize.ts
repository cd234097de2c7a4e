import { headlineOf } from '../../briefing/headline.ts'
import { storyQuotes } from '../../briefing/quotes/story-quotes.ts'
import { summarizeText } from '../../briefing/summarize/summarize-text.ts'
import { withoutOrders } from '../../briefing/text/orders.ts'
import { writtenQuote } from './quotes.ts'
import { optionalCount, optionalText, type PipeTask, requiredText } from './task.ts'

const mostQuotes = 3

/** An article in, its points and key quotes out, by the built-in summarizer. */
export const summarize: PipeTask = {
  answer(input) {
    const article = {
      text: withoutOrders(requiredText(input, 'text')),
      title: optionalText(input, 'title'),
      language: optionalText(input, 'lang'),
    }
    const points = summarizeText(article, {
      maxSentences: optionalCount(input, 'maxSentences') ?? 3,
      maxWords: optionalCount(input, 'maxWords') ?? 60,
    })
    const printed = points.map((point) => ({ text: point.text, source: article, range: point }))
    const quotes = storyQuotes([article], printed, mostQuotes)
    return {
      headline: headlineOf(article),
      points,
      quotes: quotes.map((quote) => writtenQuote({ ...quote, isKey: true })),
      summarizer: 'extractive',
    }
  },
}
