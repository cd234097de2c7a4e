import { UnusableError, UsageError } from '../../domain/errors.ts'
import type { Headers } from '../../feeds/decode/decode-body.ts'
import type { Entry } from '../../feeds/parse/parsed-feed.ts'
import { createParserPool } from '../../feeds/parser-pool.ts'
import { systemClock } from '../../support/clock.ts'
import { optionalText, type PipeInput, type PipeTask, requiredText } from './task.ts'

/** A feed's bytes in, what it says out. */
export function createParse(): PipeTask {
  const pool = createParserPool({ workers: 1, heapMb: 96, deadlineMs: 5000, clock: systemClock })
  return {
    async answer(input) {
      const body = Buffer.from(requiredText(input, 'body'), 'base64')
      const outcome = await pool.parseFeed(body, readHeaders(input), optionalText(input, 'url'))
      if (outcome.kind === 'refused') throw new UnusableError(outcome.message)
      const { title, link, description, entries, warnings } = outcome.feed
      const feed = { title: title ?? link, link, description, entries: entries.map(written) }
      return { feed: { ...feed, warnings } }
    },
    stop: () => pool.stop(),
  }
}

function written({ language, body: _, captions, ...entry }: Entry) {
  return { ...entry, lang: language, extra: captions }
}

function readHeaders(input: PipeInput): Headers {
  const headers = input.headers ?? {}
  if (typeof headers !== 'object') throw new UsageError('"headers" must be an object of texts.')
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}
