import { type FoundQuote, findQuotes } from '../../briefing/quotes/find-quotes.ts'
import { optionalText, type PipeAnswer, type PipeTask, requiredText } from './task.ts'

/** An article in, its quotations with their speakers out. */
export const quotes: PipeTask = {
  answer(input) {
    const found = findQuotes({
      text: requiredText(input, 'text'),
      title: optionalText(input, 'title'),
      language: optionalText(input, 'lang'),
    })
    return { quotes: found.map(writtenQuote) }
  },
}

/** A quotation as `pipe` prints it. */
export function writtenQuote({ text, speaker, start, end, isKey }: FoundQuote): PipeAnswer {
  return { text, speaker: speaker?.name ?? null, role: speaker?.role, start, end, key: isKey }
}
