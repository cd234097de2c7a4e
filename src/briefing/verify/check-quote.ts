import type { Article } from '../../domain/article.ts'
import type { QuoteVerdict } from '../../domain/briefing.ts'
import type { Range } from '../../domain/passage.ts'
import type { Quote, Speaker } from '../../domain/quote.ts'
import { countWords } from '../text/words.ts'
import { fold, placesOf } from './fold.ts'
import { isNegator } from './negation.ts'
import { isSameSpeaker, speaksNear } from './same-speaker.ts'

/** A quotation as the article has it, with whoever the article says it is by. */
export type Said = Range & { readonly speaker: Speaker | undefined }

/** What a check says of a quote; a supported one comes back in the article's own characters, at its place. */
export type CheckedQuote =
  | { readonly verdict: 'supported'; readonly quote: Quote }
  | { readonly verdict: Exclude<QuoteVerdict, 'supported'> }

/** Whether the article has these words, as words of this speaker. */
export function checkQuote(quote: Quote, article: Article, said: readonly Said[]): CheckedQuote {
  const words = withoutMarks(quote.text)
  if (countWords(words) < fewestWords) return { verdict: 'altered' }
  const places = nearestFirst(placesOrBare(words, article), quote.start)
  if (places.length === 0) return { verdict: isStitched(words, article) ? 'stitched' : 'altered' }
  const whole = places.filter((place) => !losesNegation(article.text, place, said))
  if (whole.length === 0) return { verdict: 'altered' }
  for (const place of whole) {
    const speaker = speakerOf(quote.speaker, place, article, said)
    if (!speaker) continue
    const text = article.text.slice(place.start, place.end)
    const checked = { articleId: article.id, start: place.start, end: place.end, text, speaker }
    return { verdict: 'supported', quote: checked }
  }
  return { verdict: 'misattributed' }
}

/** Fewer words stand somewhere in any article. */
const fewestWords = 3

const marks = '["“”„‟«»\'‘’‚‹›`]'
const outerMarks = new RegExp(`^(?:\\s|${marks})+|(?:\\s|${marks})+$`, 'gu')

/** The words alone. A mark at either end belongs to the quotation, but an apostrophe inside stays. */
function withoutMarks(text: string): string {
  return text.replace(outerMarks, '')
}

function placesOrBare(words: string, article: Article): readonly Range[] {
  const exact = placesOf(words, article)
  return exact.length > 0 ? exact : placesOf(words.replace(/[\s.,;:!?…]+$/u, ''), article)
}

function nearestFirst(places: readonly Range[], start: number): readonly Range[] {
  return [...places].sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
}

/** The speaker as the article names them, when it is the one claimed; undefined when the words are not theirs. */
function speakerOf(
  claimed: Speaker,
  place: Range,
  article: Article,
  said: readonly Said[],
): Speaker | undefined {
  const holders = said.filter(({ start, end }) => start <= place.start && place.end <= end)
  const named = holders.find(({ speaker }) => speaker !== undefined)?.speaker
  if (named) return isSameSpeaker(claimed, named) ? named : undefined
  const isQuoted = holders.length > 0 || (said.length === 0 && standsInMarks(article.text, place))
  return isQuoted && speaksNear(claimed, place, article.text) ? claimed : undefined
}

const opens = /["“„«‟]|``|(?<![\p{L}\p{N}])['‘‚‹]/gu
const closes = /["”“»]|''|['’›](?![\p{L}\p{N}])/gu

/** Between a mark that opens a quotation and one that closes it, in one paragraph. */
function standsInMarks(text: string, place: Range): boolean {
  const from = text.lastIndexOf('\n', place.start - 1) + 1
  const lineEnd = text.indexOf('\n', place.end)
  const before = text.slice(from, place.start)
  const after = text.slice(place.end, lineEnd < 0 ? text.length : lineEnd)
  const straight = before.match(/"/g)?.length ?? 0
  const isOpen = before.match(opens) !== null && (straight % 2 === 1 || /[“„«‟`'‘‚‹]/u.test(before))
  return isOpen && (after.match(closes) !== null || straight === 0)
}

/** The words before the quote, in the same quotation, turn it round: "I do not | think that this is right". */
function losesNegation(text: string, place: Range, said: readonly Said[]): boolean {
  const holder = said.find(({ start, end }) => start <= place.start && place.end <= end)
  const from = holder?.start ?? text.lastIndexOf('\n', place.start - 1) + 1
  const before = text.slice(from, place.start)
  const clause = before.split(/[.!?;:,"“”„«»–—]/u).at(-1) ?? ''
  const words = clause.trim().split(/\s+/).filter(Boolean).slice(-5)
  return words.length > 0 && words.some(isNegator)
}

/** Made of pieces that the article has in other places or with other words between. */
function isStitched(words: string, article: Article): boolean {
  const pieces = fold(words)
    .split(/\s*(?:\[\s*\.\.\.\s*\]|\(\s*\.\.\.\s*\)|\.\.\.)\s*/)
    .filter((piece) => piece !== '')
  return pieces.every((piece) => isPieced(piece.split(' '), article))
}

function isPieced(words: readonly string[], article: Article): boolean {
  let from = 0
  while (from < words.length) {
    let to = words.length
    while (to > from && placesOf(bare(words.slice(from, to)), article).length === 0) to--
    if (to - from < Math.min(fewestWords, words.length)) return false
    from = to
  }
  return true
}

function bare(words: readonly string[]): string {
  return words.join(' ').replace(/^[.,;:!?"'()-]+|[.,;:!?"'()-]+$/g, '')
}
