import type { Speaker } from '../../domain/quote.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Mention } from '../names/mentions.ts'
import type { Named, Register } from '../names/people.ts'
import type { Clause } from '../text/clauses.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { Token } from '../text/tokens.ts'
import { attributionOf } from './attribution.ts'
import type { QuotedSpan } from './marks.ts'
import { printedRole } from './printed-role.ts'
import { createMemory, type Memory } from './pronouns.ts'
import { mainSubject, type Scene, type Subject, subjectOf } from './subject.ts'

/** A text taken apart. */
export type Reading = {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly spans: readonly QuotedSpan[]
  readonly clauses: readonly Clause[]
  readonly mentions: readonly (readonly Mention[])[]
  readonly register: Register
  readonly lexicon: Lexicon
}

/** A quotation with who said it, if the text lets one know. */
export type Said = {
  readonly span: QuotedSpan
  readonly speaker: Speaker | undefined
  /** A verb of speech, or the quotation before it, lays it in the speaker's mouth. */
  readonly hasCue: boolean
  /** The sentence that it stands in, counted through the text. */
  readonly clause: number
  /** The speaker is a person or body with a name. */
  readonly isNamed: boolean
  /** The speaker can speak: a person, a body that is said to say it, somebody called by what they do; no place, no thing. */
  readonly canSpeak: boolean
}

/** Somebody who speaks: with a name, or called by a noun. */
type Voice = { readonly named: Named | undefined; readonly speaker: Speaker }

/** Who speaks is looked for in so many sentences before a quotation. */
const reach = 8

type State = {
  readonly reading: Reading
  readonly scenes: readonly Scene[]
  readonly memory: Memory
  /** The last quotation met with a voice, and where. */
  last: { readonly voice: Voice; readonly span: QuotedSpan; readonly clause: number } | undefined
}

export function speakersOf(reading: Reading): readonly Said[] {
  const scenes = reading.clauses.map((clause, i) => ({
    tokens: clause.tokens,
    mentions: reading.mentions[i] ?? [],
    lexicon: reading.lexicon,
  }))
  const state: State = {
    reading,
    scenes,
    memory: createMemory(scenes, reading.register),
    last: undefined,
  }
  return scenes.flatMap((scene, clause) => {
    const said = saidInClause(state, scene, clause)
    noteActor(state, scene, clause)
    return said
  })
}

/** Nothing but marks and small words stands before it: "Instead, …". */
function opens({ tokens, lexicon }: Scene, at: number): boolean {
  return tokens
    .slice(0, at)
    .every(
      (token) =>
        token.kind === 'mark' || lexicon.adverbs.has(token.lower) || /ly$/.test(token.lower),
    )
}

/** "RUIZ: We are ready.": a transcript names who speaks at the head of the words. */
function labelOf({ text, register }: Reading, span: QuotedSpan): Voice | undefined {
  const label = /^(\p{Lu}[\p{Lu}'’-]+):\s/u.exec(text.slice(span.start, span.start + 30))?.[1]
  if (label === undefined) return undefined
  const surname = label.toLowerCase()
  const known = [...register.values()].find((one) => one.words.at(-1)?.toLowerCase() === surname)
  if (known) return namedVoice(known, undefined, undefined)
  const name = `${label[0]}${surname.slice(1)}`
  return { named: undefined, speaker: { name, role: undefined } }
}

/** The last character of a quotation, but for the marks of another inside it. */
function lastMark(text: string, { start, end }: QuotedSpan): string {
  return (
    text
      .slice(Math.max(start, end - 4), end)
      .replace(/[\s"'”’)\]]+$/u, '')
      .at(-1) ?? ''
  )
}

function saidInClause(state: State, scene: Scene, clause: number): readonly Said[] {
  const said: Said[] = []
  scene.tokens.forEach((token, at) => {
    const span = token.kind === 'quote' ? state.reading.spans[token.quote] : undefined
    if (!span) return
    const own = attributionOf(scene, at, lastMark(state.reading.text, span))
    const isWhole = scene.tokens.every((one) => one.kind !== 'word')
    let voice = own && toVoice(state, scene, clause, own.subject)
    let hasCue = own?.hasCue ?? false
    const label = labelOf(state.reading, span)
    if (label) {
      voice = label
      hasCue = true
    } else if (!voice && (isWhole || opens(scene, at))) {
      voice = voiceAround(state, clause, span)
      hasCue = voice !== undefined
    }
    if (voice) {
      state.last = { voice, span, clause }
      if (voice.named) state.memory.note(clause, voice.named)
    }
    said.push({
      span,
      clause,
      speaker: voice?.speaker,
      hasCue,
      isNamed: voice?.named !== undefined,
      canSpeak: voice !== undefined && canSpeak(voice, own?.hasCue === true, state.reading.lexicon),
    })
  })
  return said
}

function canSpeak({ named, speaker }: Voice, isSaid: boolean, lexicon: Lexicon): boolean {
  if (!named) {
    const words = speaker.name.toLowerCase().match(/[\p{L}-]+/gu) ?? []
    return words.some((word) => lexicon.roles.has(word))
  }
  if (named.kind === 'person' || named.courtesy !== undefined) return true
  if (named.kind === 'name') return named.words.length > 1 || isSaid
  return named.kind === 'group' && isSaid
}

/** Keeps in mind who speaks or acts in a sentence, for the pronouns of the next. */
function noteActor(state: State, scene: Scene, clause: number): void {
  const subject = actorOf(scene)
  if (!subject) return
  const named = toVoice(state, scene, clause, subject)?.named
  if (named && named.kind !== 'place') state.memory.note(clause, named)
}

function actorOf(scene: Scene): Subject | undefined {
  const cue = scene.tokens.findIndex((token) => scene.lexicon.finite.has(token.lower))
  const speaking = cue > 0 ? subjectOf(scene, cue) : undefined
  return speaking ?? mainSubject(scene, scene.tokens.length)
}

/** Who says a quotation whose own sentence does not tell: who spoke before it, who is the subject beside it. */
function voiceAround(state: State, clause: number, span: QuotedSpan): Voice | undefined {
  const { last, reading, scenes } = state
  const inParagraph = last && last.span.paragraph === span.paragraph
  for (
    let back = clause - 1;
    back >= Math.max(0, clause - reach) && reading.clauses[back]?.paragraph === span.paragraph;
    back--
  ) {
    if (inParagraph && last.clause >= back) return last.voice
    const voice = voiceOfSentence(state, scenes[back], back)
    if (voice) return voice
  }
  if (last?.span.isOpen && last.span.paragraph === span.paragraph - 1) return last.voice
  return voiceBefore(state, clause, span) ?? voiceAfter(state, clause, span)
}

/** The paragraph before ends in a colon, or is a quotation that this one goes on. */
function voiceBefore(state: State, clause: number, span: QuotedSpan): Voice | undefined {
  const { last, scenes } = state
  const before = scenes[clause - 1]
  if (before?.tokens.at(-1)?.text === ':') return voiceOfSentence(state, before, clause - 1)
  const isNext = last && span.paragraph - last.span.paragraph === 1
  if (isNext) return last.voice
  return voiceOfSentence(state, before, clause - 1)
}

/** "…" So Ruiz answered. */
function voiceAfter(state: State, clause: number, span: QuotedSpan): Voice | undefined {
  const next = state.reading.clauses[clause + 1]
  if (next?.paragraph !== span.paragraph) return undefined
  return voiceOfSentence(state, state.scenes[clause + 1], clause + 1)
}

/** Who speaks or else acts in a sentence without a quotation. */
function voiceOfSentence(
  state: State,
  scene: Scene | undefined,
  clause: number,
): Voice | undefined {
  if (!scene) return undefined
  const subject = actorOf(scene)
  return subject && toVoice(state, scene, clause, subject)
}

function toVoice(state: State, scene: Scene, clause: number, subject: Subject): Voice | undefined {
  const { reading, memory } = state
  if (subject.kind === 'named') {
    const named = reading.register.get(subject.mention)
    return named && namedVoice(named, scene, subject.mention)
  }
  if (subject.kind === 'pronoun') {
    if (subject.word === 'i' || subject.word === 'we') return undefined
    const named = memory.resolve(subject.sort, clause, subject.at)
    return named && namedVoice(named, undefined, undefined)
  }
  const words = scene.tokens.slice(subject.from, subject.to)
  const first = words[0]
  if (!first || (scene.lexicon.pronouns.has(first.lower) && words.length === 1)) return undefined
  const meant = called(state, scene, words, clause)
  if (meant) return namedVoice(meant, undefined, undefined)
  const written = reading.text.slice(first.start, words.at(-1)?.end)
  const isArticle = first.isCapital && scene.lexicon.determiners.has(first.lower)
  const text = isArticle ? written.charAt(0).toLowerCase() + written.slice(1) : written
  const owner = scene.lexicon.possessives.get(first.lower)
  if (!owner) return { named: undefined, speaker: { name: text, role: undefined } }
  const named = owner === 'person' ? undefined : memory.resolve(owner, clause, subject.at)
  if (!named || words.length < 2) return undefined
  const rest = reading.text.slice(words[1]?.start, words.at(-1)?.end)
  return { named: undefined, speaker: { name: `${displayName(named)}’s ${rest}`, role: undefined } }
}

/** The longest way to mean somebody by a role: "the former foreign minister". */
const longestCall = 4

/** "the mayor": the one person met before whose role says so. */
function called(
  { reading: { register } }: State,
  { lexicon }: Scene,
  words: readonly Token[],
  clause: number,
): Named | undefined {
  const role = words.at(-1)?.lower ?? ''
  const isDefinite = lexicon.definite.has(words[0]?.lower ?? '')
  if (!isDefinite || words.length < 2 || words.length > longestCall || role.length < 4)
    return undefined
  const met = new Set<Named>()
  for (const [mention, named] of register) {
    if (mention.clause <= clause && named.kind === 'person' && hasRole(named, role)) met.add(named)
  }
  return met.size === 1 ? [...met][0] : undefined
}

function hasRole({ role }: Named, word: string): boolean {
  const words = role?.toLowerCase().match(/[\p{L}-]+/gu) ?? []
  return words.some((one) => one === word || (one.endsWith(word) && word.length > 5))
}

function namedVoice(named: Named, scene: Scene | undefined, mention: Mention | undefined): Voice {
  const isBody = named.kind === 'group' || named.kind === 'place'
  const hasArticle = isBody && mention && scene?.tokens[mention.from - 1]?.lower === 'the'
  const name = hasArticle ? `the ${displayName(named)}` : displayName(named)
  return { named, speaker: { name, role: isBody ? undefined : printedRole(named.role) } }
}

function displayName(named: Named): string {
  return named.words.length === 1 && named.courtesy ? `${named.courtesy} ${named.name}` : named.name
}
