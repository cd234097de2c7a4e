import { menNames, womenNames } from '../lexicon/given-names.ts'
import { stopWords } from '../text/stop-words.ts'

/** A capitalised word of a text that names someone or something. */
export type NameWord = {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Belongs to the same run as the word before: "Angela Merkel". */
  readonly goesOn: boolean
}

const wordPattern = /\p{L}[\p{L}\p{N}]*(?:[.&](?=\p{Lu})\p{Lu})*(?:['’-]\p{L}+)*\.?/gu
const capital = /^\p{Lu}/u

/** What opens a sentence, after which a capital says nothing. */
const opening = /(?:^|[.!?:…]["”’')\]]*\s+|\n\s*|["“„«‘(]\s*|[-–—•]\s+)$/u

/** Titles and forms of address that come and go with a name. */
const titles = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady sen rep gov gen lt col capt sgt st herr frau mme madame monsieur señor señora signor signora'.split(
    ' ',
  ),
)

/** Abbreviations that name no one. */
const common = new Set(
  'tv pm mp mps ceo ok id dna hiv aids am cv dj faq gp gps it pr vip wifi ii iii iv'.split(' '),
)

/** What people are called before their names at the head of a sentence; no part of the name. */
const roles = new Set(
  `former prime minister president chancellor secretary senator governor mayor judge justice police officer detective sergeant captain
  general major colonel coach manager boss striker midfielder defender goalkeeper winger forward skipper head chief chairman
  chairwoman director founder owner singer actor actress author writer screenwriter comedian presenter broadcaster journalist
  reporter rapper musician artist director producer model star champion olympian cyclist swimmer boxer golfer jockey driver
  rider player teenager student teacher doctor nurse engineer scientist researcher farmer lawyer solicitor businessman
  businesswoman billionaire entrepreneur businessperson councillor party council campaigner activist king queen prince princess duke duchess pope bishop archbishop
  vicar foreign home health education defence finance interior deputy vice`.split(/\s+/),
)

const calendar = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec'.split(
    ' ',
  ),
)

/** The names in a text, word by word. Where every noun has a capital, only runs and abbreviations count. */
export function nameWordsIn(text: string, language = 'en'): readonly NameWord[] {
  const stops = stopWords(language)
  const found: NameWord[] = []
  let lastEnd = -1
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0].replace(/(?<!\.\p{L})\.$/u, '')
    if (!capital.test(word)) continue
    const start = match.index
    const goesOn = start === lastEnd + 1 && text[lastEnd] === ' '
    const opens = !goesOn && opening.test(text.slice(Math.max(0, start - 6), start))
    const lower = bareName(word)
    if (stops.has(lower) || titles.has(lower) || calendar.has(lower)) continue
    if (common.has(lower) || roles.has(lower) || word === 'I') continue
    if (opens && !runsOn(text, start + match[0].length) && !/^\p{Lu}{2}/u.test(word)) continue
    found.push({ text: word, start, end: start + word.length, goesOn })
    lastEnd = start + match[0].length
  }
  return language.startsWith('de') ? found.filter((_, i) => isNameAmongNouns(found, i)) : found
}

/** Where nouns have capitals, a name is known by its given name, its title or its capitals throughout. */
function isNameAmongNouns(words: readonly NameWord[], at: number): boolean {
  let first = at
  while (words[first]?.goesOn) first--
  const word = words[at]?.text ?? ''
  const head = bareName(words[first]?.text ?? '')
  const isNamed = menNames.has(head) || womenNames.has(head) || germanTitle.test(head)
  return /^\p{Lu}{2}/u.test(word) || (isNamed && (at > first || words[at + 1]?.goesOn === true))
}

const germanTitle =
  /^(?:herr|frau|(?:\p{L}*(?:präsident|kanzler|minister|meister|sprecher)(?:in)?)|könig(?:in)?|papst)$/u

/** A capitalised word follows: both make a name, even at the head of a sentence. */
function runsOn(text: string, end: number): boolean {
  return /^ \p{Lu}/u.test(text.slice(end, end + 2)) || /^-\p{Lu}/u.test(text.slice(end, end + 2))
}

/** A name's word without possessive, full stops and case. */
export function bareName(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replaceAll('.', '')
    .replaceAll('’', "'")
}

/** Names of one thing: what a country, its people and its government are called. */
const sameThings: readonly (readonly string[])[] = [
  ['us', 'usa', 'america', 'american', 'americans', 'states'],
  ['uk', 'britain', 'british', 'britons', 'briton', 'kingdom', 'gb', 'brits'],
  ['eu', 'europe', 'european', 'europeans'],
  ['un', 'nations'],
  ['france', 'french', 'frenchman', 'frenchwoman'],
  ['germany', 'german', 'germans'],
  ['spain', 'spanish', 'spaniard', 'spaniards'],
  ['netherlands', 'dutch', 'holland', 'dutchman'],
  ['wales', 'welsh', 'welshman'],
  ['ireland', 'irish', 'irishman'],
  ['scotland', 'scottish', 'scots', 'scot'],
  ['england', 'english', 'englishman'],
  ['china', 'chinese', 'beijing'],
  ['greece', 'greek', 'greeks'],
  ['switzerland', 'swiss'],
  ['denmark', 'danish', 'danes', 'dane'],
  ['sweden', 'swedish', 'swedes', 'swede'],
  ['turkey', 'turkish', 'turks', 'türkiye'],
  ['poland', 'polish', 'poles', 'pole'],
  ['norway', 'norwegian', 'norwegians'],
  ['portugal', 'portuguese'],
  ['thailand', 'thai', 'thais'],
  ['philippines', 'filipino', 'filipinos', 'philippine'],
  ['argentina', 'argentine', 'argentinian', 'argentinians'],
  ['peru', 'peruvian'],
  ['congo', 'congolese'],
  ['myanmar', 'burma', 'burmese'],
  ['czech', 'czechia', 'czechs'],
  ['belgium', 'belgian', 'belgians'],
  ['brazil', 'brazilian', 'brazilians'],
  ['finland', 'finnish', 'finns'],
  ['iceland', 'icelandic'],
  ['cyprus', 'cypriot', 'cypriots'],
  ['afghanistan', 'afghan', 'afghans'],
  ['kyiv', 'kiev'],
]

const otherNames = new Map<string, readonly string[]>()
for (const names of sameThings) {
  for (const name of names) otherNames.set(name, [...(otherNames.get(name) ?? []), ...names])
}

otherNames.set('united', ['us', 'usa', 'uk', 'un', 'uae'])

/** The other words under which the thing of this name goes. */
export function otherNamesOf(lower: string): readonly string[] {
  return otherNames.get(lower) ?? []
}

/** What is left of a name without the endings of peoples and adjectives: "Canad" for "Canada" and "Canadian". */
export function rootOfName(lower: string): string {
  const cut = lower.replace(/(?:ians?|eans?|ans?|ese|ish|is|ns?|ia|i|a|y|s)$/, '')
  return cut.length >= 4 ? cut : lower
}
