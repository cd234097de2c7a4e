import type { Range } from '../../domain/passage.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Paragraph } from './paragraphs.ts'
import { quoteToken, type Token, tokensOf } from './tokens.ts'

/** A sentence in which each quotation stands as one token. */
export type Clause = { readonly tokens: readonly Token[]; readonly paragraph: number }

/** A quotation as the splitter sees it: where its words stand, and its marks. */
type Span = Range & { readonly outer: Range; readonly paragraph: number }

/** No sentence has more tokens; a text without full stops is cut, so that no search in a sentence grows with the text. */
const longestClause = 200

const stops = new Set(['.', '!', '?', '…', '。', '！', '？', '।'])

/** The sentences of a text's paragraphs but for headings; a full stop inside a quotation ends none by itself. */
export function clausesOf(
  text: string,
  paragraphs: readonly Paragraph[],
  spans: readonly Span[],
  lexicon: Lexicon,
): readonly Clause[] {
  const clauses: Clause[] = []
  let next = 0
  paragraphs.forEach((paragraph, index) => {
    const first = next
    while (spans[next]?.paragraph === index) next++
    if (paragraph.isHeading && next === first) return
    const tokens = withQuotes(text, paragraph, spans, { from: first, to: next }, lexicon.elision)
    for (const part of split(tokens, spans, text, lexicon)) {
      clauses.push({ tokens: part, paragraph: index })
    }
  })
  return clauses
}

function withQuotes(
  text: string,
  paragraph: Range,
  spans: readonly Span[],
  { from, to }: { readonly from: number; readonly to: number },
  elision: RegExp | undefined,
): readonly Token[] {
  const tokens: Token[] = []
  let at = paragraph.start
  for (let i = from; i < to; i++) {
    const outer = spans[i]?.outer
    if (!outer || outer.start < at) continue
    for (const token of tokensOf(text, { start: at, end: outer.start }, elision)) tokens.push(token)
    tokens.push(quoteToken(outer, i))
    at = outer.end
  }
  for (const token of tokensOf(text, { start: at, end: paragraph.end }, elision)) tokens.push(token)
  return tokens
}

function split(
  tokens: readonly Token[],
  spans: readonly Span[],
  text: string,
  lexicon: Lexicon,
): readonly (readonly Token[])[] {
  const parts: Token[][] = []
  let part: Token[] = []
  tokens.forEach((token, i) => {
    part.push(token)
    if (part.length < longestClause && !endsSentence(tokens, i, spans, text, lexicon)) return
    parts.push(part)
    part = []
  })
  if (part.length > 0) parts.push(part)
  return parts
}

function endsSentence(
  tokens: readonly Token[],
  i: number,
  spans: readonly Span[],
  text: string,
  lexicon: Lexicon,
): boolean {
  const token = tokens[i]
  const next = tokens[i + 1]
  if (!token || !next) return false
  const startsAnew = next.kind === 'quote' || next.isCapital || /^[\p{N}#@$€£]/u.test(next.text)
  if (token.kind === 'mark') return stops.has(token.text) && startsAnew
  if (token.kind !== 'quote') return false
  const last = lastMark(text, spans[token.quote])
  if (!stops.has(last) || !startsAnew) return false
  return last === '.' || !opensAttribution(tokens, i + 1, lexicon)
}

function lastMark(text: string, span: Span | undefined): string {
  const tail = span ? text.slice(Math.max(span.start, span.end - 3), span.end) : ''
  return tail.replace(/[\s"'”’)\]]+$/u, '').at(-1) ?? ''
}

/** "…?" Clinton asked. "…!" Mr. Smith told the crowd. */
function opensAttribution(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  for (let i = from; i < from + 6; i++) {
    const token = tokens[i]
    if (token?.kind !== 'word') return false
    if (lexicon.finite.has(token.lower)) return i > from
    if (!token.isCapital && !lexicon.pronouns.has(token.lower)) return false
  }
  return false
}
