import { UnusableError } from '../../domain/errors.ts'
import { createParserPool } from '../../feeds/parser-pool.ts'
import { systemClock } from '../../support/clock.ts'
import { optionalText, type PipeTask, requiredText } from './task.ts'

/** A web page in, its article out. */
export function createExtract(): PipeTask {
  const pool = createParserPool({ workers: 1, heapMb: 96, deadlineMs: 5000, clock: systemClock })
  return {
    async answer(input) {
      const outcome = await pool.extractPage(
        requiredText(input, 'html'),
        optionalText(input, 'url'),
      )
      if (outcome.kind === 'unreadable') throw new UnusableError(outcome.message)
      return outcome.page
    },
    stop: () => pool.stop(),
  }
}
