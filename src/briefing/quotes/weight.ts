import type { Lexicon } from '../lexicon/lexicon.ts'
import { countWords, wordsOf } from '../text/words.ts'
import { chooseKeyQuotes } from './choose-key-quotes.ts'
import type { FoundQuote } from './find-quotes.ts'
import type { Said } from './speakers.ts'

/** Fewer words say nothing by themselves, more are no quote but a speech. */
const fewestWords = 6
const mostWords = 60
const fewestWordsOfPart = 8

const mostKeys = 3

/** The quotations worth listing, weighed, the best three of them marked. */
export function weighQuotes(
  text: string,
  said: readonly Said[],
  lexicon: Lexicon,
  language?: string,
): readonly FoundQuote[] {
  const found = said.flatMap((one, i) => {
    const words = text.slice(one.span.start, one.span.end)
    if (isScrap(words, one, lexicon)) return []
    const place = i / Math.max(1, said.length)
    const weight = weightOf(words, one, place, said[i - 1], said[i + 1], text, lexicon)
    return [
      {
        start: one.span.start,
        end: one.span.end,
        text: words,
        speaker: one.speaker,
        isKey: false,
        weight,
      },
    ]
  })
  const keys = new Set(chooseKeyQuotes(found, { most: mostKeys, language }))
  return found.map((quote) => (keys.has(quote) ? { ...quote, isKey: true } : quote))
}

/** Irony and titles: a few words that nobody is said to say, or with a capital on each. */
function isScrap(words: string, said: Said, lexicon: Lexicon): boolean {
  const list = wordsOf(words)
  if (list.length === 0) return true
  if (!said.hasCue && list.length < 5) return true
  return isTitle(list, words, lexicon)
}

/** "The Art of Building Bridges": every word but the small ones has a capital. */
function isTitle(list: readonly string[], words: string, lexicon: Lexicon): boolean {
  const heavy = list.filter((word) => word.length > 3 || !isSmallWord(word.toLowerCase(), lexicon))
  if (list.length < 2 || list.length > 14) return false
  if (/[.,!?…]$/.test(words) && heavy.length < 3) return false
  return heavy.length > 0 && heavy.every((word) => /^[\p{Lu}\p{N}]/u.test(word))
}

function isSmallWord(word: string, lexicon: Lexicon): boolean {
  return (
    lexicon.prepositions.has(word) ||
    lexicon.determiners.has(word) ||
    lexicon.conjunctions.has(word) ||
    lexicon.pronouns.has(word) ||
    lexicon.auxiliaries.has(word)
  )
}

function weightOf(
  words: string,
  said: Said,
  place: number,
  before: Said | undefined,
  after: Said | undefined,
  text: string,
  lexicon: Lexicon,
): number {
  const count = countWords(words)
  const isSentence = /^[\p{Lu}\p{N}\p{Lo}¿¡]/u.test(words) && endsAsSentence(words, said, text)
  if (
    !said.speaker ||
    !said.canSpeak ||
    count > mostWords ||
    count < (isSentence ? fewestWords : fewestWordsOfPart)
  )
    return 0
  if (!isSentence && !saysSomething(words, lexicon)) return 0
  if (/["“”„<>]|@\w/.test(words)) return 0
  if (goesOn(said, after, text) || (before && goesOn(before, said, text))) return 0
  if (/^\(|^\p{Lu}{3,}:|\.{3,}$|…$|\bhttps?:/u.test(words)) return 0
  let weight = 1
  weight += count >= 10 && count <= 35 ? 0.5 : count > 45 ? -0.3 : 0
  weight += said.isNamed ? 0.5 : 0
  weight += said.speaker.role ? 0.3 : 0
  weight += isSentence ? 0.3 : 0
  weight += said.hasCue ? 0.2 : 0
  weight += 0.4 * (1 - place)
  weight -= refersBack.test(words) ? 0.4 : 0
  weight -= words.endsWith('?') ? 0.4 : 0
  weight -= /[[\]]|\.{3}|…/.test(words) ? 0.15 : 0
  return Math.max(weight, 0.1)
}

/** Its stop or comma stands inside its marks, or right after them as in most of Europe. */
function endsAsSentence(words: string, { span }: Said, text: string): boolean {
  const after = text.slice(span.outer.end, span.outer.end + 1)
  return (
    /[.,!?…。！？]$/u.test(words) || /[.,;!?]/.test(after) || text[span.outer.end] === undefined
  )
}

const refersBack =
  /^(?:That|It|This|He|She|They|These|Those|His|Her|Their|And|But|So|Because|Yes|No|Well|Yeah|Which|Who)\b/

/** A part of a sentence that says something by itself has a verb in it. */
function saysSomething(words: string, lexicon: Lexicon): boolean {
  return wordsOf(words.toLowerCase().replaceAll('’', "'")).some(
    (word) => lexicon.auxiliaries.has(word) || lexicon.contractions.test(word),
  )
}

/** "We will," she said, "wait.": one sentence in two parts, neither of which is said by itself. */
function goesOn(said: Said, after: Said | undefined, text: string): boolean {
  if (!after || after.clause !== said.clause || after.span === said.span) return false
  return (
    text[said.span.end - 1] === ',' &&
    /^\p{Ll}/u.test(text.slice(after.span.start, after.span.start + 2))
  )
}
