import { headlineOf } from '../../briefing/headline.ts'
import { summarizeText } from '../../briefing/summarize/summarize-text.ts'
import { optionalCount, optionalText, type PipeTask, requiredText } from './task.ts'

/** An article in, its points and key quotes out, by the built-in summarizer. */
export const summarize: PipeTask = {
  answer(input) {
    const article = {
      text: requiredText(input, 'text'),
      title: optionalText(input, 'title'),
      language: optionalText(input, 'lang'),
    }
    const points = summarizeText(article, {
      maxSentences: optionalCount(input, 'maxSentences') ?? 3,
      maxWords: optionalCount(input, 'maxWords') ?? 60,
    })
    return { headline: headlineOf(article), points, quotes: [], summarizer: 'extractive' }
  },
}
