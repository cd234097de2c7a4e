const letterOrDigit = /[\p{L}\p{N}]/u

/** Letters and digits, with apostrophes, inner full stops of numbers and initials kept together. */
const wordPattern = /[\p{L}\p{N}]+(?:[’'.,](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu

/** Scripts written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const [unknown, other, inWord, joint, withoutSpaces, half] = [0, 1, 2, 3, 4, 5]

/** What each UTF-16 unit is, found out when it is first met: a pattern with Unicode classes costs many times as much. */
const kinds = new Uint8Array(0x1_0000)

function kindOf(unit: number): number {
  const known = kinds[unit]
  if (known !== unknown) return known ?? other
  const kind = findKind(unit)
  kinds[unit] = kind
  return kind
}

function findKind(unit: number): number {
  const letter = String.fromCharCode(unit)
  if (unit >= 0xd800 && unit <= 0xdfff) return half
  if (unspaced.test(letter)) return withoutSpaces
  if (letterOrDigit.test(letter)) return inWord
  return "’'.,".includes(letter) ? joint : other
}

/** The words between spaces and punctuation; undefined for a text of a script that has no spaces. */
export function scanWords(text: string): readonly string[] | undefined {
  const words: string[] = []
  let from = -1
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === inWord) {
      if (from < 0) from = at
    } else if (kind === withoutSpaces) return undefined
    else if (kind === half) return matchWords(text)
    else if (from >= 0 && !(kind === joint && kindOf(text.charCodeAt(at + 1)) === inWord)) {
      words.push(text.slice(from, at))
      from = -1
    }
  }
  if (from >= 0) words.push(text.slice(from))
  return words
}

/** The same for texts with letters beyond the first 65,536, which are rare in news. */
function matchWords(text: string): readonly string[] | undefined {
  return unspaced.test(text) ? undefined : (text.match(wordPattern) ?? [])
}
