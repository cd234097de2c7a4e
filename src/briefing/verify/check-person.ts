import { wordsOf } from '../text/words.ts'
import type { Ground } from './ground.ts'
import type { Issue } from './issue.ts'

const firstOrSecond =
  /(?<![\p{L}’'-])(?:[Mm]y|[Oo]ur|[Yy]ours?|[Yy]our|myself|yourself|yourselves|ourselves)(?![\p{L}’'-])/gu
const male = new Set(['he', 'his', 'him', 'himself'])
const female = new Set(['she', 'her', 'hers', 'herself'])
const quoted =
  /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<!\p{L})['‘`](?!\s)[^'’]*(?:['’]\p{L}[^'’]*)*['’](?!\p{L})/gu

/** The statement speaks as "I" or "you", or of a man as "she": nobody whom the ground tells of. */
export function checkPerson(statement: string, ground: Ground): readonly Issue[] {
  const own = statement.replace(quoted, ' ')
  const lower = wordsOf(own).map((word) => word.toLowerCase())
  const strangers = /["“”‘`]|(?<!\p{L})['’]|['’](?!\p{L})/u.test(own)
    ? []
    : (own.match(firstOrSecond) ?? []).filter((word) => !speaksSo(word, ground))
  return [...strangers.map(ownVoice), ...wrongGender(lower, ground)]
}

/** The article itself says "our" where it quotes nobody. */
function speaksSo(word: string, { text }: Ground): boolean {
  return (text.replace(quoted, ' ').match(firstOrSecond) ?? []).some(
    (own) => own.toLowerCase() === word.toLowerCase(),
  )
}

function ownVoice(word: string): Issue {
  return { kind: 'wrong person', text: word, why: `"${word}" outside a quotation is nobody.` }
}

function wrongGender(lower: readonly string[], ground: Ground): readonly Issue[] {
  const has = (pronouns: ReadonlySet<string>) =>
    [...pronouns].some((word) => ground.words.has(word))
  return lower
    .filter(
      (word) =>
        (male.has(word) && !has(male) && has(female)) ||
        (female.has(word) && !has(female) && has(male)),
    )
    .map((word) => ({
      kind: 'wrong person',
      text: word,
      why: `The article does not say "${word}" of anybody.`,
    }))
}
