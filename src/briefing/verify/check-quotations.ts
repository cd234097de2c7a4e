import { placesOf } from './fold.ts'
import type { Ground } from './ground.ts'
import type { Issue } from './issue.ts'

/** Marks that open and close words of others; single ones only where no apostrophe can be meant. */
const quotation =
  /"([^"]{3,})"|“([^”]{3,})”|„([^“”]{3,})[“”]|«([^»]{3,})»|(?<![\p{L}\p{N}])‘([^’]{3,})’(?!\p{L})/gu

/** The words that a statement puts into quotation marks and that the ground does not say in that order. */
export function checkQuotations(statement: string, ground: Ground): readonly Issue[] {
  return quotationsIn(statement)
    .filter((words) => placesOf(words, ground).length === 0 && !saysFolded(words, ground))
    .map((words) => ({
      kind: 'altered quote',
      text: words,
      why: 'The article does not have these words.',
    }))
}

/** The words between the quotation marks of a text. */
function quotationsIn(text: string): readonly string[] {
  return [...text.matchAll(quotation)].map((match) =>
    (match.slice(1).find((words) => words !== undefined) ?? '').replace(/^\s+|[\s,.;:!?…]+$/gu, ''),
  )
}

/** The same words in another case, as at the head of a sentence. */
function saysFolded(words: string, ground: Ground): boolean {
  return lowered(ground.text).includes(lowered(words))
}

function lowered(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
