import { fetchArticleNow, readArticleNow } from '../app/read-article-now.ts'
import { readNamedFile } from '../app/read-named-file.ts'
import type { Reading } from '../app/reading.ts'
import { summarizeNow } from '../app/summarize-now.ts'
import type { Article } from '../domain/article.ts'
import { UsageError } from '../domain/errors.ts'
import type { DigestLength } from '../domain/subscription.ts'
import { decodeBody } from '../feeds/decode/decode-body.ts'
import { systemClock } from '../support/clock.ts'
import { printDocument } from './print-digest.ts'
import { type Arguments, isSet, type Program, type Terminal, textOption } from './program.ts'
import { withReading } from './standalone-reading.ts'

export const summarize: Program = {
  usage: 'dateline summarize URL|FILE|- [options]',
  summary: "prints one article's briefing: headline, points, key quotes with their speakers",
  help: [
    '-               reads standard input',
    '--length NAME   headlines, short or detailed; default detailed',
    '--language TAG  of the words around it, such as de',
    '--markdown      as Markdown',
    '--json          as data, each point and quote with its place in the text',
  ],
  options: {
    length: { type: 'string' },
    language: { type: 'string' },
    markdown: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: (given, terminal) =>
    withReading(terminal, async (reading) => {
      const article = await readArticle(placeOf(given), reading, terminal)
      const { briefing, document } = await summarizeNow(article, {
        length: readLength(given),
        language: textOption(given, 'language'),
        now: systemClock.now(),
      })
      const text = isSet(given, 'json')
        ? `${JSON.stringify(briefing, null, 2)}\n`
        : printDocument(document, isSet(given, 'markdown') ? 'markdown' : 'text', terminal)
      terminal.stdout.write(text)
      return 0
    }),
}

function placeOf({ words }: Arguments): string {
  const [place, ...more] = words
  if (place !== undefined && more.length === 0) return place
  throw new UsageError(
    `name one address or file, or - for standard input.\nusage: ${summarize.usage}`,
  )
}

const lengths: readonly DigestLength[] = ['headlines', 'short', 'detailed']

function readLength(given: Arguments): DigestLength {
  const length = textOption(given, 'length') ?? 'detailed'
  const known = lengths.find((one) => one === length)
  if (known) return known
  throw new UsageError(`I read the length as "${length}"; there are ${lengths.join(', ')}.`)
}

async function readArticle(place: string, reading: Reading, terminal: Terminal): Promise<Article> {
  const tools = { http: reading.http, parser: reading.parser, now: systemClock.now }
  if (/^https?:\/\//i.test(place)) return fetchArticleNow(place, tools)
  const bytes = place === '-' ? await readAll(terminal.stdin) : await readNamedFile(place)
  const name = place === '-' ? 'standard input' : place
  return readArticleNow(name, decodeBody(bytes), undefined, tools)
}

async function readAll(stream: Terminal['stdin']): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
