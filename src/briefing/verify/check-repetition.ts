import { contentStems, countEach, wordsOf } from '../text/words.ts'
import type { Ground } from './ground.ts'
import type { Issue } from './issue.ts'

/** The same thing said twice in one sentence, as no sentence of the ground does: the mark of text that was patched together. */
export function checkRepetition(statement: string, ground: Ground): readonly Issue[] {
  return [...stutters(statement), ...repeats(statement, ground)]
}

function stutters(statement: string): readonly Issue[] {
  const words = wordsOf(statement).map((word) => word.toLowerCase())
  return words
    .filter((word, i) => word === words[i - 1] && !/^\d/.test(word))
    .map((word) => issue('stutter', `${word} ${word}`))
}

function repeats(statement: string, ground: Ground): readonly Issue[] {
  return [...countEach(contentStems(statement, ground.language))]
    .filter(([, count]) => count > 1)
    .filter(([stem]) => !ground.sentences.some(({ stems }) => isTwiceIn(stem, stems)))
    .map(([stem]) => issue('repetition', stem))
}

function isTwiceIn(stem: string, stems: readonly string[]): boolean {
  const first = stems.indexOf(stem)
  return first >= 0 && stems.includes(stem, first + 1)
}

function issue(kind: Issue['kind'], text: string): Issue {
  return { kind, text, why: `"${text}" stands twice in one sentence.` }
}
