import type { Lexicon, Sort } from '../lexicon/lexicon.ts'
import type { Mention } from '../names/mentions.ts'
import type { Token } from '../text/tokens.ts'

/** A sentence with its names, as the search for a speaker reads it. */
export type Scene = {
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly lexicon: Lexicon
}

/** Who does something in a sentence: a name, a pronoun still to be resolved, or a noun ("a spokesman for the city"). */
export type Subject =
  | { readonly kind: 'named'; readonly mention: Mention; readonly at: number }
  | { readonly kind: 'pronoun'; readonly sort: Sort; readonly word: string; readonly at: number }
  | { readonly kind: 'noun'; readonly from: number; readonly to: number; readonly at: number }

/** A noun phrase longer than this is no way to call a speaker. */
const longestNoun = 9

const dashes = new Set(['—', '–', '--', '-'])
const reflexive = new Set('himself herself itself themselves'.split(' '))

/** The subject of the verb at `verb`. */
export function subjectOf(scene: Scene, verb: number): Subject | undefined {
  const { tokens, lexicon } = scene
  let end = verb
  while (end > 0 && isBesideVerb(tokens[end - 1], lexicon)) end--
  const before = tokens[end - 1]
  if (!before) return undefined
  if (lexicon.relatives.has(before.lower) && end >= 2) return antecedent(scene, end - 1)
  if (before.kind === 'mark') return beforeMark(scene, end - 1)
  if (before.kind === 'quote') return undefined
  if (lexicon.conjunctions.has(before.lower) || before.lower === 'to')
    return mainSubject(scene, end - 1)
  return phraseEndingAt(scene, end) ?? mainSubject(scene, end)
}

function isBesideVerb(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind !== 'word' || token.isCapital) return false
  const { lower } = token
  return (
    lexicon.auxiliaries.has(lower) ||
    lexicon.adverbs.has(lower) ||
    reflexive.has(lower) ||
    /^\w{3,}ly$/.test(lower)
  )
}

/** The noun before "who"; "that" after a verb of speech begins a clause and has none. */
function antecedent(scene: Scene, relative: number): Subject | undefined {
  const comma = scene.tokens[relative - 1]?.text === ','
  return phraseEndingAt(scene, comma ? relative - 1 : relative)
}

/** After a comma, a dash or a bracket the subject stands before what they set off. */
function beforeMark(scene: Scene, mark: number): Subject | undefined {
  const { tokens } = scene
  const text = tokens[mark]?.text ?? ''
  const isBracket = text === ')' || text === ']'
  if (!isBracket && text !== ',' && !dashes.has(text)) return undefined
  for (let i = mark - 1; i >= 0; i--) {
    const token = tokens[i]
    if (token?.kind === 'quote') return undefined
    if (token?.kind !== 'mark') continue
    const opens = isBracket
      ? token.text === '(' || token.text === '['
      : token.text === text || (dashes.has(text) && dashes.has(token.text))
    if (!opens) continue
    return setOff(scene, i, mark)
  }
  return mainSubject(scene, mark)
}

/** "the mayor, Ana Ruiz, said": the name set off; "Ana Ruiz, the mayor, said": the name before. */
function setOff(scene: Scene, open: number, close: number): Subject | undefined {
  const before = phraseEndingAt(scene, open)
  const inside = scene.mentions.find(
    (one) => one.from === open + 1 && one.to === close && one.words.length > 0,
  )
  if (before?.kind === 'named' || !inside) return before ?? mainSubject(scene, open)
  return { kind: 'named', mention: inside, at: inside.from }
}

/** The noun phrase whose last word stands right before `end`. */
export function phraseEndingAt(scene: Scene, end: number): Subject | undefined {
  const from = phraseStart(scene, end)
  return from < end ? headOf(scene, from, end) : undefined
}

/** Walks back over the words of a phrase to what begins it: a mark, a quotation, a conjunction, another verb of speech. */
function phraseStart({ tokens, mentions, lexicon }: Scene, end: number): number {
  let at = end
  while (at > 0) {
    const name = mentions.find((one) => one.from < at && one.to >= at)
    if (name) {
      at = name.from
      continue
    }
    const token = tokens[at - 1]
    if (token?.kind !== 'word') break
    const { lower } = token
    if (
      lexicon.subordinators.has(lower) ||
      lexicon.conjunctions.has(lower) ||
      lexicon.relatives.has(lower)
    )
      break
    if (
      (lexicon.finite.has(lower) || lexicon.infinite.has(lower)) &&
      !lexicon.roles.has(lower) &&
      !isNoun(tokens, at - 1, lexicon)
    )
      break
    at--
  }
  return at
}

/** "the report", "its statement": a word that could be a verb stands after an article. */
function isNoun(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const before = tokens[at - 1]
  if (!before || before.kind !== 'word') return false
  return (
    lexicon.determiners.has(before.lower) ||
    before.isPossessive ||
    lexicon.modifiers.has(before.lower)
  )
}

/** The head of a phrase: its core ends before the first preposition. */
function headOf(scene: Scene, from: number, to: number): Subject | undefined {
  const { tokens, mentions, lexicon } = scene
  const inside = mentions.filter((one) => one.from >= from && one.to <= to)
  const first = tokens[from]
  if (!first) return undefined
  if (lexicon.prepositions.has(first.lower)) {
    const free = inside.find(
      (one) => !lexicon.prepositions.has(tokens[one.from - 1]?.lower ?? '') && one.words.length > 0,
    )
    return free && named(free)
  }
  let core = from
  while (core < to && !endsCore(scene, core, inside)) core++
  const last = inside.find((one) => one.to === core)
  if (last && last.words.length > 0 && !last.isPossessive) return named(last)
  const pronoun = tokens[from]
  if (core === from + 1 && pronoun && lexicon.pronouns.has(pronoun.lower))
    return toPronoun(pronoun, from, lexicon)
  return toNoun(scene, from, core, to)
}

function endsCore({ tokens, lexicon }: Scene, at: number, inside: readonly Mention[]): boolean {
  const token = tokens[at]
  if (!token || inside.some((one) => one.from < at && at < one.to)) return false
  if (inside.some((one) => one.from === at)) return false
  return (
    lexicon.prepositions.has(token.lower) ||
    token.kind !== 'word' ||
    reflexive.has(token.lower) ||
    lexicon.calendar.has(token.lower)
  )
}

function named(mention: Mention): Subject {
  return { kind: 'named', mention, at: mention.from }
}

function toPronoun(token: Token, at: number, lexicon: Lexicon): Subject {
  return {
    kind: 'pronoun',
    sort: lexicon.pronouns.get(token.lower) ?? 'person',
    word: token.lower,
    at,
  }
}

function toNoun(scene: Scene, from: number, core: number, to: number): Subject | undefined {
  const { tokens, lexicon } = scene
  const end =
    tokens[core]?.lower === 'of' || tokens[core]?.lower === 'for' || tokens[core]?.lower === 'with'
      ? to
      : core
  const clipped = Math.min(end, from + longestNoun)
  const words = tokens.slice(from, clipped)
  if (
    words.length === 0 ||
    words.every((word) => lexicon.adverbs.has(word.lower) || lexicon.auxiliaries.has(word.lower))
  )
    return undefined
  return { kind: 'noun', from, to: clipped, at: from }
}

/** The subject of the sentence: its first name, pronoun or noun that is in no opening phrase or clause. */
export function mainSubject(scene: Scene, before: number): Subject | undefined {
  const { tokens, mentions, lexicon } = scene
  let from = 0
  for (let tries = 0; tries < 3; tries++) {
    if (!opensAside(tokens[from], lexicon)) break
    const comma = tokens.findIndex((token, i) => i > from && token.text === ',')
    if (comma < 0 || comma + 1 >= before) break
    from = comma + 1
  }
  for (let at = from; at < before && at < from + 14; at++) {
    const token = tokens[at]
    if (!token || token.kind === 'quote') continue
    const name = mentions.find((one) => one.from === at)
    if (name) {
      const isFree = !lexicon.prepositions.has(tokens[at - 1]?.lower ?? '')
      if (isFree && name.words.length > 0 && !name.isPossessive) return named(name)
      at = name.to - 1
      continue
    }
    const sort = lexicon.pronouns.get(token.lower)
    if (sort && sort !== 'person') return toPronoun(token, at, lexicon)
  }
  return undefined
}

function opensAside(token: Token | undefined, lexicon: Lexicon): boolean {
  if (!token) return false
  if (token.kind === 'mark') return true
  const { lower } = token
  return (
    lexicon.prepositions.has(lower) ||
    lexicon.adverbs.has(lower) ||
    (lexicon.subordinators.has(lower) && lower !== 'what') ||
    /(?:ing|ed)$/.test(lower) ||
    lexicon.conjunctions.has(lower)
  )
}
