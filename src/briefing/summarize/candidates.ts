import type { Range } from '../../domain/passage.ts'
import { english } from '../lexicon/english.ts'
import { quotedSpans } from '../quotes/marks.ts'
import { guessLanguage } from '../text/guess-language.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { contentStems, countEach, countWords, wordsOf } from '../text/words.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { toPointText, trimHead, withoutAddedClause } from './trim.ts'

/** A sentence that could be a point. */
export type Candidate = Range & {
  /** As it would be printed. */
  readonly text: string
  readonly words: number
  readonly stems: ReadonlyMap<string, number>
  readonly stemCount: number
  /** Its place among the candidates of the article, from 0. */
  readonly position: number
  /** Something in it cannot be understood without the sentences before. */
  readonly dangles: boolean
  /** It begins as captions and side boxes do. */
  readonly labelled: boolean
  /** It says "I", "we" or "you" outside quotation marks. */
  readonly personal: boolean
  readonly opensWithQuote: boolean
}

/** A head that refers back: a pronoun, or a noun with "this", "that", "these", "those", "such". */
const refersBack =
  /^(?:["“”'‘’«„]\s*)?(?:(?:He|She|It|They|This|That|These|Those|Such|His|Her|Its|Their|Him|Them|Both|Others?|Another|Neither|Either|Some|Here|There it|So|Then|Er|Sie|Es|Diese[rsmn]?|Dies|Il|Elle|Ils|Elles|Cela|Ce|Cette|Ces|Él|Ella|Ellos|Esto|Este|Esta|Eso|Lui|Lei|Questo|Questa|Ele|Ela|Isso|Hij|Zij|Ze|Dit|Dat|Deze)\b|The (?:former|latter|pair|duo|two|incident|move|decision|announcement|statement|news|ruling|findings|comments|remarks|couple|trio|group|three|remaining|rest)\b)/u

/** Later, and by somebody: what came before says when, and who. */
const goesOnFrom =
  /^(?:(?:In|On|At|After|Before|During|From|With|For|By|Under|Among|As|Since|Until|When|While|Once|Although|If) [^,.;:]{2,60}, (?:he|she|it|they)\b|(?:In|On|At|To|For|With|From|By|Among|Of|After|Before|During) (?:it|this|that|them|these|those|him|her)\b|(?:\p{L}+ )?(?:seconds|minutes|hours|days|weeks|months|years) later\b|(?:Later|Then|Afterwards|The next day|The following (?:day|week|month))\b)/u

/** A clause without its sentence, and the end of a quotation's: "Because it rained.", "Says a voice." */
const fragment =
  /^(?:(?:Because|Although|Though|Whereas|Unless|If|When|While) [^,]*$|(?:Says|Said|Adds|Added|Asks|Asked|Wrote|Writes|According to)\s(?!.*,))/u

/** "He", "she": somebody whom this sentence does not name. */
const somebody = /\b(?:he|she|him|his|her|hers)\b/iu
const somebodyNouns = new Set('man woman boy girl child baby person'.split(' '))
const someName =
  /(?<=[\p{L}\p{N},;:)"”’'] )\p{Lu}\p{Ll}|^(?:\p{Lu}[\p{L}.'’-]+ ){2}|^\p{Lu}[\p{L}'’-]+(?:'s|’s|,| (?:was|is|has|had|said|says|will|also|would))\s?/u

/** Nobody reads a longer sentence; what is longer is none. In UTF-16 units. */
const longestSentence = 1200

/** A sentence that ends as sentences do, closing marks allowed after the stop. */
const ended = /[.!?…。！？।][”"’'»)\]]*$/u

/** What stands around news rather than in it. */
const furniture =
  /\b(?:click here|scroll down|read more|sign up|subscribe|newsletter|follow us|all rights reserved|copyright|share this|contributed to this (?:report|story)|for confidential|wrote and reported|see www|please send questions|getty images|watch (?:the )?video|transcript|(?:an? )?earlier version (?:of|said|stated))\b|\breported from \p{Lu}\p{L}+(?:,? \p{Lu}\p{L}+)*\.$|^(?:By|Photo|Image|Video|Caption|Source|Published|Updated|Last updated)\b[^a-z]{0,3}(?:[.:]|at\b)/iu

/** What ends in a full date ends as captions do: "… at the station, March 1, 2014." */
const captionEnd =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2},\s(?:19|20)\d\d\.?$/u

/** Words of telling: a sentence that has them is news, whatever date it ends in. */
const tells = /\b(?:was|were|had|has|have|said|told|did)\b/u

/** A label before a colon: what captions and side boxes begin with. */
const label = /^[\p{L}\p{N}][\p{L}\p{N}\s'’&-]{1,28}:\s+\p{Lu}/u

const quoted =
  /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<!\p{L})['‘](?!\s)[^'’]*(?:['’]\p{L}[^'’]*)*['’](?!\p{L})/gu

/** The writer or a speaker speaks: outside quotation marks no news is told so. */
const personal =
  /\b(?:I|I['’]\w+|[Ww]e|[Ww]e['’]\w+|[Mm]y|[Oo]ur|[Mm]e|us|[Yy]ou|[Yy]ou['’]\w+|[Yy]our)\b/

export function candidatesOf(
  text: string,
  language?: string,
  headings: readonly Range[] = [],
): readonly Candidate[] {
  const candidates: Candidate[] = []
  const isSaid = createSaidTest(text)
  const tongue = (language ?? guessLanguage(text)).slice(0, 2)
  for (const sentence of sentencesOf(text, language)) {
    if (headings.some(({ start, end }) => start <= sentence.start && sentence.end <= end)) continue
    if (isSaid(sentence)) continue
    const candidate = toCandidate(sentence, candidates.length, language, tongue)
    if (candidate) candidates.push(candidate)
  }
  return candidates
}

function toCandidate(
  sentence: Sentence,
  position: number,
  language: string | undefined,
  tongue: string,
): Candidate | undefined {
  if (sentence.text.length > longestSentence) return undefined
  if (!ended.test(sentence.text) || furniture.test(sentence.text)) return undefined
  if (fragment.test(sentence.text)) return undefined
  if (captionEnd.test(sentence.text) && !tells.test(sentence.text)) return undefined
  const head = trimHead(sentence.text)
  const full = toPointText(sentence.text.slice(head.start))
  const text = countWords(full) > 24 ? withoutAddedClause(full) : full
  const stems = contentStems(text, language)
  if (stems.length < 3 || !isProse(text)) return undefined
  return {
    start: sentence.start + head.start,
    end: sentence.end,
    text,
    words: countWords(text),
    stems: countEach(stems),
    stemCount: stems.length,
    position,
    dangles:
      (refersBack.test(text) && !isArticle(text, tongue)) ||
      goesOnFrom.test(text) ||
      isOfNobody(text) ||
      hasLonelyMark(text) ||
      text.endsWith('?'),
    labelled: label.test(text),
    personal: personal.test(text.replace(quoted, '')),
    opensWithQuote: /^["“”'‘’«„]/u.test(text),
  }
}

/**
 * Whether a stretch lies inside a quotation: a sentence out of somebody's mouth, printed without marks, would be told as
 * fact. To be asked in the order of the text.
 */
function createSaidTest(text: string): (range: Range) => boolean {
  const spans = quotedSpans(text, paragraphsOf(text))
  let at = 0
  return ({ start, end }) => {
    while ((spans[at]?.outer.end ?? Number.POSITIVE_INFINITY) <= start) at++
    const span = spans[at]
    return span !== undefined && span.outer.start < start && end <= span.outer.end
  }
}

/** "Il ponte" begins with an article in Italian, with a pronoun in French. */
function isArticle(text: string, tongue: string): boolean {
  return tongue === 'it' && text.startsWith('Il ')
}

function isOfNobody(text: string): boolean {
  const own = text.replace(quoted, '')
  if (!somebody.test(own) || someName.test(own)) return false
  return !wordsOf(own).some((word) => somebodyNouns.has(word) || english.roles.has(word))
}

/** Running text: at least three words and two in five begin with a small letter, in scripts that have small letters. */
function isProse(text: string): boolean {
  const words = wordsOf(text)
  const cased = words.filter((word) => /^[\p{Lu}\p{Ll}]/u.test(word))
  const small = cased.filter((word) => /^\p{Ll}/u.test(word))
  if (cased.length < words.length / 2 && /\p{Lo}/u.test(text)) return true
  return small.length >= 3 && small.length >= words.length * 0.4 && !/[,;:]\s*[.]$/.test(text)
}

/** One half of a quotation: it began or ends in another sentence. */
function hasLonelyMark(text: string): boolean {
  const straight = (text.match(/"/g) ?? []).length
  const low = (text.match(/„/g) ?? []).length
  const curly = (text.match(/“/g) ?? []).length
  const open = low > 0 ? low : curly
  const close = (text.match(/”/g) ?? []).length + (low > 0 ? curly : 0)
  const angled = (text.match(/[「『«]/g) ?? []).length !== (text.match(/[」』»]/g) ?? []).length
  return straight % 2 === 1 || open !== close || angled
}
