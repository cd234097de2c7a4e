import { extractPage } from '../../feeds/extract/extract-page.ts'
import { optionalText, type PipeTask, requiredText } from './task.ts'

/** A web page in, its article out. */
export const extract: PipeTask = {
  answer(input) {
    return extractPage(requiredText(input, 'html'), optionalText(input, 'url'))
  },
}
