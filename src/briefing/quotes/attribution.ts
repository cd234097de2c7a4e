import type { Token } from '../text/tokens.ts'
import { mainSubject, phraseEndingAt, type Scene, type Subject, subjectOf } from './subject.ts'

/** Who is said to say a quotation in its own sentence, and whether a verb or phrase of speech says so. */
export type Attribution = { readonly subject: Subject; readonly hasCue: boolean }

/** An attribution after a quotation begins no later than so many tokens behind it. */
const farthestCue = 16

/** What its own sentence says of the speaker of the quotation at token `at`; `last` is the quotation's last character. */
export function attributionOf(scene: Scene, at: number, last: string): Attribution | undefined {
  const isPhrase = /[,?!…—–-]/.test(last)
  const after = isPhrase || scene.tokens[at + 1]?.text === ',' ? cueAfter(scene, at) : undefined
  if (after && !(scene.tokens[at + 1]?.text === ',' && !isPhrase && cueBefore(scene, at)))
    return cued(after)
  const before = cueBefore(scene, at) ?? sourceAround(scene, at)
  if (before) return cued(before)
  const subject =
    at > 1 || scene.tokens.length > at + 3 ? mainSubject(scene, scene.tokens.length) : undefined
  return subject && { subject, hasCue: false }
}

function cued(subject: Subject): Attribution {
  return { subject, hasCue: true }
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
    const isInverted = tokens.slice(from, i).every((word) => isLight(word, scene))
    return isInverted ? phraseFrom(scene, i + 1) : afterQuote(subjectOf(scene, i), at)
  }
  return undefined
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
      if (name.words.length > 0) break
      continue
    }
    const token = tokens[end]
    if (
      token?.kind !== 'word' ||
      lexicon.finite.has(token.lower) ||
      lexicon.auxiliaries.has(token.lower)
    )
      break
    if (
      lexicon.prepositions.has(token.lower) &&
      token.lower !== 'of' &&
      token.lower !== 'for' &&
      token.lower !== 'with'
    )
      break
    if (lexicon.subordinators.has(token.lower) || lexicon.relatives.has(token.lower)) break
    end++
    if (lexicon.pronouns.has(token.lower)) break
  }
  return phraseEndingAt(scene, end)
}

/** Ruiz said "…". Ruiz, calling it "…". */
function cueBefore(scene: Scene, at: number): Subject | undefined {
  const { tokens, lexicon } = scene
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i]
    if (!token || token.kind !== 'word' || isName(scene, i)) continue
    const hasTense = lexicon.finite.has(token.lower)
    if (!hasTense && !lexicon.infinite.has(token.lower)) continue
    if (isNounHere(tokens, i, scene)) continue
    const agent = isPassive(tokens, i, scene) ? agentOf(scene, i) : undefined
    const subject =
      agent ?? (hasTense ? (subjectOf(scene, i) ?? inverted(scene, i, at)) : mainSubject(scene, i))
    if (subject) return subject
  }
  return undefined
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
      return phraseFrom(scene, at + words.length)
  }
  return undefined
}
