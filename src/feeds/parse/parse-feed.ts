import { parseFeed as feedsmithParse } from 'feedsmith'
import { decodeBody, type Headers } from '../decode/decode-body.ts'
import { fromAtom } from './from-atom.ts'
import { fromJson } from './from-json.ts'
import { fromRdf, fromRss } from './from-rss.ts'
import { fromRssParser } from './from-rss-parser.ts'
import type { ParsedFeed, ParseOutcome } from './parsed-feed.ts'
import { readProlog } from './prolog.ts'
import { repairs } from './repairs.ts'
import { withBodies } from './with-bodies.ts'

/** More items than this are never looked at: 100,000 cost nine seconds. */
export const maxItems = 5000

/**
 * Bytes of a response to a feed. feedsmith reads first, then with repairs, then rss-parser gives its opinion; refused
 * only when all fail. Hostile input can make it slow: callers run it in a worker that can be killed.
 */
export async function parseFeed(
  body: Uint8Array,
  headers: Headers = {},
  url?: string,
): Promise<ParseOutcome> {
  const prolog = readProlog(decodeBody(body, headers))
  if (prolog.kind === 'refused') return prolog
  return parseText(prolog.text, [headers['content-location'], url])
}

/** rss-parser alone, for bytes on which the first parser was killed. */
export async function secondOpinion(
  body: Uint8Array,
  headers: Headers = {},
  url?: string,
): Promise<ParseOutcome> {
  const prolog = readProlog(decodeBody(body, headers))
  if (prolog.kind === 'refused') return prolog
  try {
    return parsed(await fromRssParser(prolog.text, url))
  } catch (error) {
    return { kind: 'refused', why: 'killed', message: `rss-parser: ${sentence(error)}` }
  }
}

async function parseText(
  text: string,
  bases: readonly (string | undefined)[],
): Promise<ParseOutcome> {
  const first = attempt(text, bases)
  if (first.feed) return parsed(first.feed)
  const repaired = withRepairs(text, bases)
  if (repaired) return parsed(repaired)
  try {
    return parsed(await fromRssParser(text, bases.at(-1)))
  } catch (error) {
    const message = `feedsmith: ${first.why}; rss-parser: ${sentence(error)}`
    return { kind: 'refused', why: 'not-a-feed', message }
  }
}

function parsed(feed: ParsedFeed): ParseOutcome {
  return { kind: 'parsed', feed: { ...feed, entries: withBodies(feed.entries) } }
}

function withRepairs(text: string, bases: readonly (string | undefined)[]): ParsedFeed | undefined {
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
      return fromRss(parsed.feed, bases)
    case 'atom':
      return fromAtom(parsed.feed, bases)
    case 'rdf':
      return fromRdf(parsed.feed, bases)
    case 'json':
      return fromJson(parsed.feed, bases)
  }
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? '').slice(0, 200)
}
