import type { Article } from '../../domain/article.ts'
import { sentencesOf } from '../summarize/sentences.ts'
import { contentStems } from '../text/words.ts'
import { contains } from './contains.ts'

/** A figure as it was printed and as the article gives it now, with the word that it counts. */
export type ChangedFigure = {
  readonly before: string
  readonly now: string
  readonly unit: string | undefined
}

/** Sentences that share so much of their other words say the same thing. */
const sameSentence = 0.6

const figure = /(?<![\p{L}\p{N}])\d+(?:[.,:]\d+)*/gu

/** Words after a figure that are no unit. */
const noUnit = /^(?:and|or|to|in|on|of|at|for|und|oder|bis|von|et|ou|à|de|y|o|e)$/iu

/**
 * The figures of a printed sentence that the article gives otherwise now: the sentence stands there as before but for
 * them. Where it is gone or was written anew, nothing can be said.
 */
export function changedFigures(
  printed: string,
  sentence: string,
  { text, language }: Pick<Article, 'text' | 'language'>,
): readonly ChangedFigure[] {
  const before = figuresIn(sentence)
  if (before.length === 0 || contains(text, sentence)) return []
  const successor = sentencesOf(text, language)
    .map((each) => ({ text: each.text, likeness: likeness(sentence, each.text, language) }))
    .toSorted((a, b) => b.likeness - a.likeness)[0]
  if (successor === undefined || successor.likeness < sameSentence) return []
  const now = figuresIn(successor.text)
  if (now.length !== before.length) return []
  return before.flatMap((old, at) => {
    const next = now[at]
    const isPrinted = figuresIn(printed).some(({ value }) => value === old.value)
    if (next === undefined || next.value === old.value || !isPrinted) return []
    return [{ before: old.value, now: next.value, unit: next.unit }]
  })
}

function figuresIn(sentence: string) {
  return [...sentence.matchAll(figure)].map((match) => {
    const [, percent, word] =
      /^(?:(\s?%)|\s+(\p{L}[\p{L}'’-]*))?/u.exec(sentence.slice(match.index + match[0].length)) ??
      []
    const unit = word !== undefined && !noUnit.test(word) ? word : percent?.trim()
    return { value: match[0], unit }
  })
}

/** How much of two sentences is the same, figures aside: shared words by all words. */
function likeness(one: string, other: string, language: string | undefined): number {
  const a = new Set(contentStems(one.replace(figure, ' '), language))
  const b = new Set(contentStems(other.replace(figure, ' '), language))
  const shared = [...a].filter((stem) => b.has(stem)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}
