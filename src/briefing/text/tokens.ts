import type { Range } from '../../domain/passage.ts'

/** A word, a punctuation mark, or a whole quotation standing in its sentence like one word. */
export type Token = Range & {
  readonly kind: 'word' | 'mark' | 'quote'
  /** A word without its possessive ending; the quotation's place in the list of quotations for a quotation. */
  readonly text: string
  readonly lower: string
  readonly isCapital: boolean
  /** "Trump's", "Democrats'". */
  readonly isPossessive: boolean
  readonly quote: number
}

/** Abbreviations whose stop belongs to the word and ends no sentence. */
const abbreviated = new Set(
  `mr mrs ms dr prof gen sen sens rep reps gov lt col capt sgt maj adm cmdr st jr sr rev hon pres atty dist vs no inc ltd co
  corp jan feb mar apr jun jul aug sept sep oct nov dec mass calif fla pa ill mich minn wis conn ariz colo ala ga tenn va vt
  wash ore okla neb nev ky md del hr mme mlle m sig sra dña bzw ca etwa nr str dott avv ing onz d-va d-ill d-calif d-mass
  d-n.y r-fla r-ky r-tex r-ariz r-wis r-calif d-vt d-conn d-md d-pa d-wis d-ohio r-ohio`.split(
    /\s+/,
  ),
)

const wordPattern =
  /(?:\p{L}\.(?:[ \u00a0]?(?=\p{L}\.))?){2,}(?!\p{L})|[#@$€£]?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_]|[-‐‑’'.&@/](?=[\p{L}\p{N}])|,(?=\d))*/uy
const possessive = /(?:['’]s|(?<=s)['’])$/u

/** The tokens of a stretch of text that holds no quotation. */
export function tokensOf(text: string, { start, end }: Range, elision?: RegExp): readonly Token[] {
  const tokens: Token[] = []
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    const isJoint = elision !== undefined && at > start && isBetweenWords(text, at)
    if (isJoint) {
      at += text.startsWith('-t-', at) ? 3 : 1
      continue
    }
    if (code === 32 || code === 10 || code === 160 || code === 9) {
      at++
      continue
    }
    const token = wordAt(text, at, end, elision) ?? markAt(text, at)
    tokens.push(token)
    at = token.end
  }
  return tokens
}

/** "dit-il", "a-t-elle": verb and pronoun are two words. */
const inversion = /-(?:t-)?(?=(?:il|elle|ils|elles|on)$)/iu

function wordAt(
  text: string,
  at: number,
  limit: number,
  elision: RegExp | undefined,
): Token | undefined {
  wordPattern.lastIndex = at
  const whole = wordPattern.exec(text)?.[0]
  if (whole === undefined) return undefined
  const found = elision ? firstPart(whole, elision) : whole
  let end = Math.min(at + found.length, limit)
  let written = text.slice(at, end)
  if (text[end] === '.' && end < limit && takesStop(written, text, end))
    written = text.slice(at, ++end)
  const isPlural = text[end] === '’' || text[end] === "'"
  const ending = possessive.exec(isPlural ? `${written}'` : written)
  const bare = ending && !isPlural ? written.slice(0, ending.index) : written
  return {
    kind: 'word',
    start: at,
    end,
    text: bare,
    lower: bare.toLowerCase().replace(/’/g, "'"),
    isCapital: /^[@#]?\p{Lu}/u.test(bare),
    isPossessive: ending !== null,
    quote: -1,
  }
}

/** An apostrophe or a hyphen that parts two words: "l'ancien", "dit-il". */
function isBetweenWords(text: string, at: number): boolean {
  return (
    /['’-]/.test(text[at] ?? '') &&
    /\p{L}/u.test(text[at - 1] ?? '') &&
    /\p{L}/u.test(text[at + 1] ?? '')
  )
}

function firstPart(word: string, elision: RegExp): string {
  const leaning = elision.exec(word)?.[0]
  if (leaning) return leaning.slice(0, -1)
  const inverted = inversion.exec(word)
  return inverted ? word.slice(0, inverted.index) : word
}

function takesStop(word: string, text: string, end: number): boolean {
  if (/^\p{Lu}$/u.test(word)) return /^\.[ \u00a0]?\p{Lu}/u.test(text.slice(end, end + 3))
  return (
    abbreviated.has(word.toLowerCase()) && /^\.(?:[ \u00a0,)]|$)/.test(text.slice(end, end + 2))
  )
}

function markAt(text: string, at: number): Token {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 32)
  const written = text.startsWith('--', at) ? '--' : char
  return {
    kind: 'mark',
    start: at,
    end: at + written.length,
    text: written,
    lower: written,
    isCapital: false,
    isPossessive: false,
    quote: -1,
  }
}

/** A quotation as one token, its marks included. */
export function quoteToken(outer: Range, quote: number): Token {
  return {
    kind: 'quote',
    ...outer,
    text: '',
    lower: '',
    isCapital: false,
    isPossessive: false,
    quote,
  }
}
