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

/** A subject stands no farther than this from where its clause begins. */
const farthestSubject = 14

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
function beforeMark(scene: Scene, last: number): Subject | undefined {
  const { tokens } = scene
  const isBracket = /[)\]]/.test(tokens[last]?.text ?? '')
  const mark = !isBracket && /[)\]]/.test(tokens[last - 1]?.text ?? '') ? last - 1 : last
  const opener = openerOf(tokens[mark]?.text ?? '')
  if (!opener) return undefined
  for (let i = mark - 1; i >= 0; i--) {
    const token = tokens[i]
    if (token?.kind === 'quote' && tokens[i - 1]?.kind !== 'word') return undefined
    if (token?.kind !== 'mark' || !opener.test(token.text)) continue
    if (!isPlaceOrAge(scene, i)) return setOff(scene, i, mark)
  }
  return mainSubject(scene, mark)
}

function openerOf(mark: string): RegExp | undefined {
  if (/[)\]]/.test(mark)) return /[([]/
  if (mark === ',') return /^,$/
  return dashes.has(mark) ? /^(?:[—–-]|--)$/ : undefined
}

/** "Ruiz, 59, of Ashton, Md., said": before a comma stands what only says how old and whence. */
function isPlaceOrAge({ tokens, mentions, lexicon }: Scene, comma: number): boolean {
  const before = tokens[comma - 1]
  if (!before) return false
  if (/^\d{1,3}$/.test(before.text)) return tokens[comma - 2]?.text === ','
  const name = mentions.find((one) => one.to === comma)
  const first = name && tokens[name.from - 1]
  if (!first) return false
  return lexicon.prepositions.has(first.lower) || (first.text === ',' && name.kind === 'place')
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
function phraseEndingAt(scene: Scene, end: number): Subject | undefined {
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
    if (lexicon.auxiliaries.has(lower) && !isNoun(tokens, at - 1, lexicon)) break
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
export function headOf(scene: Scene, from: number, to: number): Subject | undefined {
  const { tokens, mentions, lexicon } = scene
  const inside = mentions.filter((one) => one.from >= from && one.to <= to)
  const first = tokens[from]
  if (!first) return undefined
  if (lexicon.adverbs.has(first.lower) && from + 1 < to) return headOf(scene, from + 1, to)
  if (lexicon.prepositions.has(first.lower)) {
    const free = inside.findLast((one) => isFree(scene, one))
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
  const end = lexicon.genitives.has(tokens[core]?.lower ?? '') ? to : core
  const clipped = Math.min(end, from + longestNoun)
  const words = tokens.slice(from, clipped)
  if (
    words.every((word) => word.kind !== 'word' || /^\d/.test(word.text)) ||
    words.every((word) => lexicon.adverbs.has(word.lower) || lexicon.auxiliaries.has(word.lower))
  )
    return undefined
  if (isParticiple(words[0]?.lower ?? '', lexicon)) return undefined
  return { kind: 'noun', from, to: clipped, at: from }
}

/** "dropping notes, said": no noun for anybody. */
function isParticiple(word: string, lexicon: Lexicon): boolean {
  return lexicon.infinite.has(word) || (/(?:ing|ed|ly)$/.test(word) && !lexicon.roles.has(word))
}

/** The subject of the sentence: its first name, pronoun or owner of words that is in no opening phrase or clause. */
export function mainSubject(scene: Scene, before: number): Subject | undefined {
  const { tokens, mentions, lexicon } = scene
  const from = afterAsides(scene, before)
  for (let at = from; at < before && at < from + farthestSubject; at++) {
    const token = tokens[at]
    if (!token || token.kind === 'quote') continue
    const name = mentions.find((one) => one.from === at)
    if (name) {
      if (isFree(scene, name) && (!name.isPossessive || ownsWords(scene, name))) return named(name)
      at = name.to - 1
      continue
    }
    const sort = lexicon.pronouns.get(token.lower)
    if (sort && sort !== 'person') return toPronoun(token, at, lexicon)
    const called = at === from ? roleEnd(scene, at) : undefined
    if (called) return { kind: 'noun', from: at, to: called, at }
  }
  return undefined
}

/** "The Republican candidate …": where a noun for somebody ends that begins with an article. */
function roleEnd({ tokens, mentions, lexicon }: Scene, from: number): number | undefined {
  if (!lexicon.determiners.has(tokens[from]?.lower ?? '')) return undefined
  for (let i = from + 1; i < from + 5; i++) {
    const token = tokens[i]
    if (token?.kind !== 'word' || lexicon.prepositions.has(token.lower)) return undefined
    if (mentions.some((one) => one.from <= i && i < one.to && one.words.length > 0))
      return undefined
    const next = tokens[i + 1]
    const isLast = !next || !lexicon.roles.has(next.lower)
    if (isLast && lexicon.roles.has(token.lower) && !token.isPossessive && !token.isCapital)
      return i + 1
  }
  return undefined
}

/** Where the sentence begins after a dateline, an opening phrase or an opening clause. */
function afterAsides({ tokens, mentions, lexicon }: Scene, before: number): number {
  const dateline = mentions.find((one) => one.from === 0)
  const dash = tokens.findIndex((token, i) => i < 8 && dashes.has(token.text))
  let from =
    dateline && dash > 0 && dash < before && /^[\p{Lu}\W]+$/u.test(dateline.words.join(''))
      ? dash + 1
      : 0
  for (let tries = 0; tries < 3 && opensAside(tokens[from], lexicon); tries++) {
    const comma = tokens.findIndex((token, i) => i > from && token.text === ',')
    if (comma < 0 || comma + 1 >= before) break
    from = comma + 1
  }
  return from
}

/** Not the object of a preposition, nor the second part of "in Ames, Iowa,". */
function isFree({ tokens, mentions, lexicon }: Scene, name: Mention): boolean {
  if (name.words.length === 0) return false
  const before = tokens[name.from - 1]
  if (!before) return true
  if (lexicon.prepositions.has(before.lower)) return false
  if (before.text !== ',') return true
  const last = mentions.find((one) => one.to === name.from - 1)
  return (
    !last || !lexicon.prepositions.has(tokens[last.from - 1]?.lower ?? '') || name.kind === 'person'
  )
}

/** "Ruiz's answer was: …" */
function ownsWords({ tokens, lexicon }: Scene, name: Mention): boolean {
  return lexicon.speechNouns.has(tokens[name.to]?.lower ?? '')
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
