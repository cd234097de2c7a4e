import { checkSummary } from '../../briefing/verify/check-summary.ts'
import { optionalDate, optionalText, type PipeTask, requiredText } from './task.ts'

/** A source and a summary in; out, whether the source says everything that the summary says. */
export const check: PipeTask = {
  answer(input) {
    return checkSummary({
      source: requiredText(input, 'source'),
      summary: requiredText(input, 'summary'),
      outlet: optionalText(input, 'outlet'),
      publishedAt: optionalDate(input, 'publishedAt'),
      language: optionalText(input, 'lang'),
    })
  },
}
