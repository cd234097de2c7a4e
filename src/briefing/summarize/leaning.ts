import { stemOf } from '../text/words.ts'

/** "The division was …", "The speeds will …": a thing that is spoken of as known. */
const definiteHead =
  /^The (?:\p{Ll}[\p{Ll}-]+ )?(?<noun>\p{Ll}[\p{Ll}-]+) (?:was|were|is|are|has|had|have|will|would|could|can|may|might|also|did|does|came|comes|said|says|took|takes|follows|followed|began|\p{Ll}+ed)\b/u

/** "Ghosh also took …", "Longo said": a person who is called by the last name alone. */
const surnameHead =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?(?<name>\p{Lu}\p{Ll}[\p{L}'’-]+)(?:['’]s)? (?:was|is|has|had|will|would|also|said|says|told|added|\p{Ll}+ed)\b/u

/** The stem that a sentence takes for known; undefined where it introduces what it speaks of. */
function leaningStem(sentence: string): string | undefined {
  const { noun } = definiteHead.exec(sentence)?.groups ?? {}
  const { name } = noun === undefined ? (surnameHead.exec(sentence)?.groups ?? {}) : {}
  const word = noun ?? name
  return word === undefined ? undefined : stemOf(word.toLowerCase())
}

/**
 * What each sentence leans on, in their order: the stem of the thing or person that it takes for known because a sentence
 * before has introduced it; undefined where it stands alone.
 */
export function leaningsOf(
  sentences: readonly { readonly text: string; readonly stems: ReadonlyMap<string, number> }[],
): readonly (string | undefined)[] {
  const met = new Set<string>()
  return sentences.map(({ text, stems }) => {
    const stem = leaningStem(text)
    const leans = stem !== undefined && met.has(stem)
    for (const one of stems.keys()) met.add(one)
    return leans ? stem : undefined
  })
}
