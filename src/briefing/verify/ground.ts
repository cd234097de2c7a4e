import type { Article } from '../../domain/article.ts'
import { sentencesOf } from '../summarize/sentences.ts'
import { contentStems, stemOf, wordsOf } from '../text/words.ts'
import { bareName, rootOfName } from './names.ts'
import { numbersIn, type SaidNumber } from './numbers.ts'

/** A sentence that statements may rest on. */
export type GroundSentence = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly paragraph: number
  /** Every word, as a stem, in order. */
  readonly stems: readonly string[]
  /** The words that say what it is about. */
  readonly content: ReadonlySet<string>
  readonly numbers: readonly SaidNumber[]
}

/** What a text says, ready for looking up: a statement is checked against it. */
export type Ground = {
  readonly text: string
  readonly language: string | undefined
  readonly sentences: readonly GroundSentence[]
  /** Every word, lower case, bare of possessives. */
  readonly words: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
  readonly nameRoots: ReadonlySet<string>
  /** What its capitalised runs shorten to: "imf". */
  readonly initials: ReadonlySet<string>
  /** How many sentences have a stem. */
  readonly spread: ReadonlyMap<string, number>
}

/** Every word of a text as a stem, in order. */
export function stemsOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => stemOf(bareName(word)))
}

export function toGround(text: string, language?: string): Ground {
  const sentences = sentencesOf(text, language).map((sentence) => ({
    ...sentence,
    stems: stemsOf(sentence.text),
    content: new Set(contentStems(sentence.text, language)),
    numbers: numbersIn(joinedDigits(sentence.text), language),
  }))
  const words = new Set(wordsOf(text).flatMap(partsOf))
  const spread = new Map<string, number>()
  for (const { stems } of sentences) {
    for (const stem of new Set(stems)) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  }
  return {
    text,
    language,
    sentences,
    words,
    stems: new Set(spread.keys()),
    nameRoots: new Set([...words].map(rootOfName)),
    initials: initialsIn(text),
    spread,
  }
}

/** Some texts come with spaces inside their numbers: "235, 000" is read as "235,000". */
function joinedDigits(text: string): string {
  return text.replace(/(\d[.,]) (?=\d)/g, '$1')
}

/** "O'Neill-Smith's" is known whole and in its parts. */
function partsOf(word: string): readonly string[] {
  const bare = bareName(word)
  return /[-'.]/.test(bare) ? [bare, ...bare.split(/[-'.]/).filter(Boolean)] : [bare]
}

const capitalRun =
  /\p{Lu}[\p{L}'’-]*(?:(?:\s+(?:of|for|and|the|de|des|du|la|der|die|und|für))*\s+\p{Lu}[\p{L}'’-]*)+/gu

/** The abbreviations that the capitalised runs of a text would have. */
export function initialsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [run] of text.matchAll(capitalRun)) {
    const letters = run.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
    for (let from = 0; from < letters.length - 1; from++) {
      for (let to = from + 2; to <= Math.min(letters.length, from + 6); to++) {
        found.add(
          letters
            .slice(from, to)
            .map((word) => word[0])
            .join('')
            .toLowerCase(),
        )
      }
    }
  }
  return found
}

const grounds = new WeakMap<Article, Ground>()

/** An article as a ground, its title included; made once for as long as the article lives. */
export function groundOf(article: Article): Ground {
  const known = grounds.get(article)
  if (known) return known
  const ground = toGround(article.text, article.language)
  grounds.set(article, ground)
  return ground
}
