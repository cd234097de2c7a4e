import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Token } from '../text/tokens.ts'
import { headOf, mainSubject, type Scene, type Subject, subjectOf } from './subject.ts'

/** Who is said to say a quotation in its own sentence, and whether a verb or phrase of speech says so. */
export type Attribution = { readonly subject: Subject; readonly hasCue: boolean }

/** An attribution after a quotation begins no later than so many tokens behind it. */
const farthestCue = 16

/** What its own sentence says of the speaker of the quotation at token `at`; `last` is the quotation's last character. */
export function attributionOf(scene: Scene, at: number, last: string): Attribution | undefined {
  const isPhrase = /[,?!…—–-]/.test(last)
  const comma = scene.tokens[at + 1]?.text === ','
  const after = isPhrase ? cueAfter(scene, at) : undefined
  const found =
    after ??
    cueRightBefore(scene, at) ??
    cueBefore(scene, at, false) ??
    (comma ? cueAfter(scene, at) : undefined) ??
    sourceAround(scene, at) ??
    closingCue(scene, at) ??
    cueBefore(scene, at, true)
  if (found) return { subject: found, hasCue: true }
  const isWithin = scene.tokens.some((token) => token.kind === 'word')
  const subject = isWithin ? mainSubject(scene, scene.tokens.length) : undefined
  return subject && { subject, hasCue: false }
}

/** When it rained, Ruiz shot back, "…": any verb of the words between the last two marks. */
function cueRightBefore(scene: Scene, at: number): Subject | undefined {
  const { tokens } = scene
  if (!/^[,:]$/.test(tokens[at - 1]?.text ?? '')) return undefined
  for (let i = at - 2; i >= 0 && tokens[i]?.kind === 'word'; i--) {
    if (isName(scene, i) || isNounHere(tokens, i, scene)) continue
    const subject = scene.lexicon.finite.has(tokens[i]?.lower ?? '')
      ? speakerAt(scene, i, at)
      : undefined
    if (subject && !isAnybody(subject)) return subject
  }
  return undefined
}

/** "…" of the plans, Ruiz said. */
function closingCue(scene: Scene, at: number): Subject | undefined {
  const { tokens, lexicon } = scene
  const cue = tokens.findIndex((token, i) => i > at && isSpeech(token, lexicon, false))
  const comma = tokens.findLastIndex((token, i) => i > at && i < cue && token.text === ',')
  return comma > at ? afterQuote(subjectOf(scene, cue), comma) : undefined
}

function isSpeech(token: Token, lexicon: Lexicon, isWeak: boolean): boolean {
  return lexicon.finite.has(token.lower) && lexicon.weak.has(token.lower) === isWeak
}

/** "…," Ruiz told reporters. "…," said Ruiz. "…," according to Ruiz. */
function cueAfter(scene: Scene, at: number): Subject | undefined {
  const { tokens, lexicon } = scene
  let from = at + 1
  while (tokens[from]?.kind === 'mark' && from <= at + 2) from++
  const source = sourceAt(scene, from)
  if (source) return source
  for (let i = from; i < Math.min(tokens.length, at + farthestCue); i++) {
    const token = tokens[i]
    if (!token || token.kind === 'quote' || token.text === ';') return undefined
    if (!lexicon.finite.has(token.lower) || isName(scene, i)) continue
    if (isNounHere(tokens, i, scene)) continue
    const isInverted = tokens.slice(from, i).every((word) => isLight(word, scene))
    return isInverted
      ? (withNameAfter(scene, phraseFrom(scene, afterParticle(tokens, i))) ?? dropped(scene, i))
      : afterQuote(subjectOf(scene, i), at)
  }
  return undefined
}

/** "chimed in Ruiz", "shot back Ruiz": where the words after a verb and its particle begin. */
function afterParticle(tokens: readonly Token[], verb: number): number {
  const hasParticle =
    /^(?:chimed|chimes|piped|weighed|weighs|shot|hit|fired|cut|called|cried|broke)$/.test(
      tokens[verb]?.lower ?? '',
    ) && /^(?:in|up|back|out)$/.test(tokens[verb + 1]?.lower ?? '')
  return verb + (hasParticle ? 2 : 1)
}

function afterQuote(subject: Subject | undefined, quote: number): Subject | undefined {
  return subject && subject.at > quote ? subject : undefined
}

function isLight(token: Token, { lexicon }: Scene): boolean {
  return (
    lexicon.adverbs.has(token.lower) ||
    lexicon.auxiliaries.has(token.lower) ||
    /ly$/.test(token.lower)
  )
}

function isName(scene: Scene, at: number): boolean {
  return scene.mentions.some((one) => one.from <= at && at < one.to)
}

/** "…", dijo.: whoever was meant last. */
function dropped({ tokens, lexicon }: Scene, cue: number): Subject | undefined {
  const next = tokens[cue + 1]
  const isBare = !next || next.kind === 'mark'
  if (!lexicon.dropsSubject || !isBare) return undefined
  return { kind: 'pronoun', sort: 'person', word: '', at: cue }
}

/** "said his friend at school, Bruno Tur, who": the name that the noun is for. */
function withNameAfter(scene: Scene, subject: Subject | undefined): Subject | undefined {
  if (subject?.kind !== 'noun') return subject
  const { tokens, mentions } = scene
  const comma = tokens.findIndex((token, i) => i >= subject.to && token.kind === 'mark')
  if (tokens[comma]?.text !== ',' || comma - subject.to > 4) return subject
  const name = mentions.find((one) => one.from === comma + 1 && one.words.length > 1)
  const next = name && tokens[name.to]
  const isSetOff =
    name && (!next || next.kind === 'mark' || scene.lexicon.relatives.has(next.lower))
  return isSetOff ? { kind: 'named', mention: name, at: name.from } : subject
}

/** The noun phrase that begins at `from`: "said Ana Ruiz, the mayor", "said a spokesman for the city". */
function phraseFrom(scene: Scene, from: number): Subject | undefined {
  const { tokens, lexicon } = scene
  let start = from
  while (tokens[start] && isLight(tokens[start] as Token, scene)) start++
  const first = tokens[start]
  if (
    first?.kind !== 'word' ||
    lexicon.prepositions.has(first.lower) ||
    lexicon.subordinators.has(first.lower)
  )
    return undefined
  let end = start
  while (end < tokens.length) {
    const name = scene.mentions.find((one) => one.from <= end && end < one.to)
    if (name) {
      end = name.to
      if (name.words.length > 0 && !isCompound(scene, name.from, end)) break
      continue
    }
    const token = tokens[end]
    if (
      token?.kind !== 'word' ||
      lexicon.finite.has(token.lower) ||
      lexicon.auxiliaries.has(token.lower)
    )
      break
    if (lexicon.prepositions.has(token.lower) && !lexicon.genitives.has(token.lower)) break
    if (lexicon.subordinators.has(token.lower) || lexicon.relatives.has(token.lower)) break
    end++
    if (lexicon.pronouns.has(token.lower) && !lexicon.determiners.has(token.lower)) break
  }
  const head = start < end ? headOf(scene, start, end) : undefined
  return head?.kind === 'noun' && !isSpeaking(scene, head) ? undefined : head
}

/** Where a verb may lack its subject, "disse a jornalistas" names hearers: only a noun with an article or a role speaks. */
function isSpeaking({ tokens, lexicon }: Scene, noun: Subject & { kind: 'noun' }): boolean {
  if (!lexicon.dropsSubject) return true
  return tokens.slice(noun.from, noun.to).some((token) => lexicon.roles.has(token.lower))
}

/** "the Ruiz campaign": a noun goes on after the name. */
function isCompound({ tokens, lexicon }: Scene, from: number, at: number): boolean {
  const next = tokens[at]
  if (!lexicon.determiners.has(tokens[from - 1]?.lower ?? '')) return false
  if (next?.kind !== 'word' || next.isCapital) return false
  const { lower } = next
  return !(
    lexicon.prepositions.has(lower) ||
    lexicon.determiners.has(lower) ||
    lexicon.auxiliaries.has(lower) ||
    lexicon.finite.has(lower) ||
    lexicon.infinite.has(lower) ||
    lexicon.conjunctions.has(lower) ||
    lexicon.subordinators.has(lower) ||
    lexicon.relatives.has(lower) ||
    isAdverb(next, lexicon)
  )
}

/** Ruiz said "…". Ruiz, calling it "…". The nearest verb whose subject is somebody; weak verbs only where there is no other. */
function cueBefore(scene: Scene, at: number, isWeak: boolean): Subject | undefined {
  const { tokens, lexicon } = scene
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i]
    if (token?.kind !== 'word' || isName(scene, i)) continue
    if (lexicon.weak.has(token.lower) !== isWeak || isNounHere(tokens, i, scene)) continue
    const subject = speakerAt(scene, i, at)
    if (subject && !isAnybody(subject)) return subject
  }
  return undefined
}

/** Whoever stands right after such a verb is spoken to: "told CNN". */
const addressing = new Set(
  'tell tells told informed reminded assured warned urged asked'.split(' '),
)

/** The subject of the verb of speech at `cue`; undefined where no such verb stands there. */
function speakerAt(scene: Scene, cue: number, quote: number): Subject | undefined {
  const { tokens, lexicon } = scene
  const { lower } = tokens[cue] as Token
  if (lexicon.finite.has(lower)) {
    if (isPassive(tokens, cue, scene)) return agentOf(scene, cue)
    return (
      subjectOf(scene, cue) ?? (addressing.has(lower) ? undefined : inverted(scene, cue, quote))
    )
  }
  if (!lexicon.infinite.has(lower)) return undefined
  return besideParticiple(scene, cue) ?? mainSubject(scene, cue)
}

/** "with Ruiz saying", "footage of Ruiz asking": who stands right before the participle. */
function besideParticiple({ tokens, mentions, lexicon }: Scene, cue: number): Subject | undefined {
  let end = cue
  while (end > 0 && isAdverb(tokens[end - 1], lexicon)) end--
  const name = mentions.find((one) => one.to === end && one.words.length > 0 && !one.isPossessive)
  return name && { kind: 'named', mention: name, at: name.from }
}

function isAdverb(token: Token | undefined, lexicon: Lexicon): boolean {
  return (
    token?.kind === 'word' &&
    !token.isCapital &&
    (lexicon.adverbs.has(token.lower) || /\wly$/.test(token.lower))
  )
}

/** "anybody", "those who": nobody in particular. */
function isAnybody(subject: Subject): boolean {
  return subject.kind === 'pronoun' && subject.sort === 'person' && !/^(?:i|we)$/.test(subject.word)
}

/** «…», a déclaré Ruiz, «…»: the subject stands between verb and quotation. */
function inverted(scene: Scene, cue: number, at: number): Subject | undefined {
  const isOpen = cue === 0 || scene.tokens[cue - 1]?.kind !== 'word'
  const subject = isOpen ? phraseFrom(scene, cue + 1) : undefined
  return subject && subject.at < at ? subject : undefined
}

function isNounHere(tokens: readonly Token[], at: number, { lexicon }: Scene): boolean {
  const before = tokens[at - 1]
  if (before?.kind !== 'word') return false
  return (
    lexicon.determiners.has(before.lower) ||
    before.isPossessive ||
    lexicon.possessives.has(before.lower)
  )
}

function isPassive(tokens: readonly Token[], at: number, { lexicon }: Scene): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const lower = tokens[i]?.lower ?? ''
    if (/^(?:is|are|was|were|be|been|being|get|gets|got)$/.test(lower)) return true
    if (!lexicon.adverbs.has(lower) && !lexicon.auxiliaries.has(lower)) return false
  }
  return false
}

/** "was called a threat by Ruiz": who stands after "by". */
function agentOf(scene: Scene, cue: number): Subject | undefined {
  const by = scene.tokens.findIndex((token, i) => i > cue && token.lower === 'by')
  return by < 0 ? undefined : phraseFrom(scene, by + 1)
}

/** "according to Ruiz", before or after the quotation. */
function sourceAround(scene: Scene, at: number): Subject | undefined {
  for (let i = 0; i < scene.tokens.length; i++) {
    if (i === at) continue
    const found = sourceAt(scene, i)
    if (found) return found
  }
  return undefined
}

function sourceAt(scene: Scene, at: number): Subject | undefined {
  const { tokens, lexicon } = scene
  for (const source of lexicon.sources) {
    const words = source.split(' ')
    if (words.every((word, i) => tokens[at + i]?.lower === word))
      return withNameAfter(scene, phraseFrom(scene, at + words.length))
  }
  return undefined
}
