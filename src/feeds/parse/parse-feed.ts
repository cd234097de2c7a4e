import { parseFeed as feedsmithParse } from 'feedsmith'
import { decodeBody, type Headers } from '../decode/decode-body.ts'
import { withoutBase64 } from './base64-text.ts'
import { withFallbacks } from './fallbacks.ts'
import { fromAtom } from './from-atom.ts'
import { fromJson } from './from-json.ts'
import { fromRdf, fromRss } from './from-rss.ts'
import { fromRssParser } from './from-rss-parser.ts'
import { readLeftovers } from './leftovers.ts'
import type { ParsedFeed, ParseOutcome } from './parsed-feed.ts'
import { readProlog } from './prolog.ts'
import { jsonRepairs, type Repair, repairs } from './repairs.ts'
import { boundShape, maxItems } from './shape.ts'
import { withBodies } from './with-bodies.ts'
import { withLeftovers } from './with-leftovers.ts'

/**
 * Bytes of a response to a feed. feedsmith reads first, then with repairs, then rss-parser gives its opinion; refused
 * only when all fail. Hostile input can make it slow: callers run it in a worker that can be killed.
 */
export async function parseFeed(
  body: Uint8Array,
  headers: Headers = {},
  url?: string,
): Promise<ParseOutcome> {
  const source = readSource(body, headers)
  if (source.kind === 'refused') return source
  const outcome = await parseText(source, [headers['content-location'], url])
  if (outcome.kind === 'refused' || !source.isCut) return outcome
  return parsed({ ...outcome.feed, warnings: [...outcome.feed.warnings, cutWarning] })
}

const cutWarning = `Only the first ${maxItems} items were read`

type Source =
  | { readonly kind: 'markup' | 'json'; readonly text: string; readonly isCut: boolean }
  | Extract<ParseOutcome, { kind: 'refused' }>

/** The text of a feed, made bearable for any parser; linear in its size. */
function readSource(body: Uint8Array, headers: Headers): Source {
  const prolog = readProlog(decodeBody(body, headers))
  if (prolog.kind === 'refused') return prolog
  if (prolog.kind === 'json') return { ...prolog, isCut: false }
  const shape = boundShape(prolog.text)
  if (shape.kind === 'too-deep') {
    return { kind: 'refused', why: 'too-deep', message: 'The feed is nested too deeply' }
  }
  return { kind: 'markup', text: withoutBase64(shape.text), isCut: shape.isCut }
}

/** rss-parser alone, for bytes on which the first parser was killed. */
export async function secondOpinion(
  body: Uint8Array,
  headers: Headers = {},
  url?: string,
): Promise<ParseOutcome> {
  const source = readSource(body, headers)
  if (source.kind === 'refused') return source
  try {
    return parsed(await secondReading(source.text, url))
  } catch (error) {
    return { kind: 'refused', why: 'killed', message: `rss-parser: ${sentence(error)}` }
  }
}

async function parseText(
  { kind, text }: Exclude<Source, { kind: 'refused' }>,
  bases: readonly (string | undefined)[],
): Promise<ParseOutcome> {
  const first = attempt(text, bases)
  const feed = first.feed ?? withRepairs(text, bases, kind === 'json' ? jsonRepairs : repairs)
  if (feed) return parsed(feed)
  try {
    return parsed(await secondReading(text, bases.at(-1)))
  } catch (error) {
    const message = `feedsmith: ${first.why}; rss-parser: ${sentence(error)}`
    return { kind: 'refused', why: 'not-a-feed', message }
  }
}

async function secondReading(text: string, url: string | undefined): Promise<ParsedFeed> {
  return withLeftovers(await fromRssParser(text, url), readLeftovers(text))
}

function parsed(feed: ParsedFeed): ParseOutcome {
  const full = withFallbacks(feed)
  return { kind: 'parsed', feed: { ...full, entries: withBodies(full.entries) } }
}

function withRepairs(
  text: string,
  bases: readonly (string | undefined)[],
  repairs: readonly Repair[],
): ParsedFeed | undefined {
  let mended = text
  const applied: string[] = []
  for (const repair of repairs) {
    const next = repair.mend(mended)
    if (next === mended) continue
    mended = next
    applied.push(repair.name)
    const { feed } = attempt(mended, bases)
    if (feed) return { ...feed, truncated: repair.truncated, warnings: applied }
  }
  return undefined
}

type Attempt = { readonly feed?: ParsedFeed; readonly why: string }

function attempt(text: string, bases: readonly (string | undefined)[]): Attempt {
  try {
    return { feed: read(text, bases), why: '' }
  } catch (error) {
    return { why: sentence(error) }
  }
}

function read(text: string, bases: readonly (string | undefined)[]): ParsedFeed {
  const parsed = feedsmithParse<string>(text, { maxItems })
  switch (parsed.format) {
    case 'rss':
      return withLeftovers(fromRss(parsed.feed, bases), readLeftovers(text))
    case 'atom':
      return fromAtom(parsed.feed, bases)
    case 'rdf':
      return withLeftovers(fromRdf(parsed.feed, bases), readLeftovers(text))
    case 'json':
      return fromJson(parsed.feed, bases)
  }
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? '').slice(0, 200)
}
