import type { Range } from '../../domain/passage.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Clause } from '../text/clauses.ts'
import type { Token } from '../text/tokens.ts'
import { groupWords, placeWords } from './group-words.ts'
import { withRoles } from './roles.ts'

/** A name in a sentence. `from` and `to` count its tokens there, its title and role before it included in `from`. */
export type Mention = Range & {
  readonly clause: number
  readonly from: number
  readonly to: number
  /** Where the name itself begins, after titles and roles. */
  readonly nameFrom: number
  /** The name's words, without titles; empty for a role without a name ("the Secretary of State"). */
  readonly words: readonly string[]
  /** Titles before it, lower case, without full stops: "mr", "senator". */
  readonly titles: readonly string[]
  /** "Mr.", "Frau": a form of address that is no role. */
  readonly courtesy: string | undefined
  /** The role before or after it, as the text has it. */
  readonly role: string | undefined
  readonly kind: 'person' | 'group' | 'place' | 'name' | 'role'
  readonly isPossessive: boolean
}

/** A stretch of capitalised tokens, with what joins them. */
type Run = { readonly from: number; readonly to: number }

const particles = new Set(
  'de van von der den bin bint ibn al el la le du da do dos das di del della dello zu zum zur ter ten te af av'.split(
    ' ',
  ),
)

const courtesy =
  /^(?:mr|mrs|ms|miss|mx|sir|dame|m|mm|mme|mlle|herr|frau|sr|sra|srta|don|doña|sig|signor|signora|dom|dona|dhr|mevrouw|meneer)\.?$/i

/** Which words the text writes with a small letter, and which with a capital inside a sentence. */
type Spelling = { readonly small: ReadonlySet<string>; readonly capital: ReadonlySet<string> }

export function mentionsOf(
  text: string,
  clauses: readonly Clause[],
  lexicon: Lexicon,
): readonly (readonly Mention[])[] {
  const spelling = spellingOf(clauses)
  const runs = clauses.map(({ tokens }) =>
    !lexicon.hasCapitalNouns && isTitleCased(tokens) ? [] : runsOf(tokens, lexicon, spelling),
  )
  const surnames = lexicon.hasCapitalNouns ? surnamesIn(clauses, runs) : undefined
  return clauses.map((clause, index) => {
    const names = (runs[index] ?? []).filter(
      (run) => !surnames || isNameAmongNouns(clause.tokens, run, surnames, lexicon),
    )
    const bare = names.map((run) => toMention(text, clause.tokens, run, index, lexicon))
    return withRoles(text, clause.tokens, bare, lexicon)
  })
}

/** The last words of the longer names: where every noun has a capital, they tell later which single word is a name. */
function surnamesIn(
  clauses: readonly Clause[],
  runs: readonly (readonly Run[])[],
): ReadonlySet<string> {
  const surnames = new Set<string>()
  clauses.forEach(({ tokens }, i) => {
    for (const run of runs[i] ?? []) {
      if (run.to - run.from > 1) surnames.add(tokens[run.to - 1]?.lower ?? '')
    }
  })
  return surnames
}

function isNameAmongNouns(
  tokens: readonly Token[],
  { from, to }: Run,
  surnames: ReadonlySet<string>,
  lexicon: Lexicon,
): boolean {
  const token = tokens[from]
  if (!token || to - from > 1) return true
  const { lower, text } = token
  if (surnames.has(lower) || placeWords.has(lower) || lexicon.roles.has(lower)) return true
  if (/^\p{Lu}{2,}$/u.test(text)) return true
  const isDetermined = lexicon.determiners.has(tokens[from - 1]?.lower ?? '')
  return !isDetermined && (isCue(tokens[from - 1], lexicon) || isCue(tokens[to], lexicon))
}

function isCue(token: Token | undefined, lexicon: Lexicon): boolean {
  return token !== undefined && lexicon.finite.has(token.lower)
}

/** A headline in which every word has a capital: no telling which are names. What goes with a quotation is no headline. */
function isTitleCased(tokens: readonly Token[]): boolean {
  if (tokens.some((token) => token.kind === 'quote')) return false
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 3)
  return words.length >= 4 && words.filter((token) => token.isCapital).length > words.length * 0.8
}

function spellingOf(clauses: readonly Clause[]): Spelling {
  const small = new Set<string>()
  const capital = new Set<string>()
  for (const { tokens } of clauses) {
    if (isTitleCased(tokens)) continue
    tokens.forEach((token, i) => {
      if (token.kind !== 'word') return
      if (!token.isCapital) small.add(token.lower)
      else if (i > 0 && tokens[i - 1]?.kind === 'word') capital.add(token.lower)
    })
  }
  return { small, capital }
}

function runsOf(tokens: readonly Token[], lexicon: Lexicon, spelling: Spelling): readonly Run[] {
  const runs: Run[] = []
  let i = 0
  while (i < tokens.length) {
    if (!isNameWord(tokens, i, lexicon, spelling)) {
      i++
      continue
    }
    const from = i
    i = endOfRun(tokens, from, lexicon)
    runs.push({ from, to: i })
  }
  return runs
}

function isNameWord(
  tokens: readonly Token[],
  i: number,
  lexicon: Lexicon,
  spelling: Spelling,
): boolean {
  const token = tokens[i]
  if (token?.kind !== 'word' || !token.isCapital) return false
  if (isFunctionWord(token, lexicon) && !isModalName(tokens, i)) return false
  if (lexicon.calendar.has(token.lower) && !tokens[i + 1]?.isCapital) return false
  const before = tokens[i - 1]
  if (before?.kind === 'word' || /^[,;()—–-]$/.test(before?.text ?? '')) return true
  return opensWithName(tokens, i, lexicon, spelling)
}

/** At the head of a sentence every word has a capital: a name is what has one elsewhere too, or what stands before one. */
function opensWithName(
  tokens: readonly Token[],
  i: number,
  lexicon: Lexicon,
  spelling: Spelling,
): boolean {
  const token = tokens[i]
  if (!token) return false
  if (spelling.capital.has(token.lower)) return true
  if (spelling.small.has(token.lower))
    return lexicon.roles.has(bare(token)) && isCapitalWord(tokens[i + 1])
  const next = tokens[i + 1]
  if (isCapitalWord(next))
    return !lexicon.infinite.has(token.lower) && !lexicon.finite.has(token.lower)
  if (token.isPossessive || lexicon.finite.has(next?.lower ?? '')) return true
  if (next && lexicon.roles.has(bare(next))) return true
  return (
    lexicon.auxiliaries.has(next?.lower ?? '') &&
    !/(?:ing|ed|ly|tion|ment|ness|ers)$/.test(token.lower)
  )
}

/** "Will urged": a name that would be a small word if it stood elsewhere. */
function isModalName(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  return (
    /^(?:Will|May)$/.test(tokens[i]?.text ?? '') &&
    before !== undefined &&
    !/[.!?:]/.test(before.text)
  )
}

function isCapitalWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.isCapital
}

function isFunctionWord(token: Token, lexicon: Lexicon): boolean {
  const { lower } = token
  return (
    lexicon.determiners.has(lower) ||
    lexicon.prepositions.has(lower) ||
    lexicon.subordinators.has(lower) ||
    lexicon.conjunctions.has(lower) ||
    lexicon.auxiliaries.has(lower) ||
    lexicon.adverbs.has(lower) ||
    (lexicon.pronouns.has(lower) && token.text !== 'US' && token.text !== 'IT') ||
    lexicon.possessives.has(lower) ||
    lower === 'according'
  )
}

function endOfRun(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  let to = from + 1
  while (to < tokens.length && !tokens[to - 1]?.isPossessive) {
    const step = stepOf(tokens, from, to, lexicon)
    if (step === 0) break
    to += step
  }
  return to
}

/** How many tokens the name goes on by: one more word, or joining words and the one after them. */
function stepOf(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  const token = tokens[to]
  if (token?.kind !== 'word') return 0
  if (particles.has(token.lower)) return stepOverParticles(tokens, to, lexicon)
  if (token.isCapital)
    return isFunctionWord(token, lexicon) || lexicon.calendar.has(token.lower) ? 0 : 1
  const words = tokens.slice(from, to).map(bare)
  const isGroup = words.some((word) => groupWords.has(word))
  if (token.lower === 'of') {
    const last = words.at(-1) ?? ''
    if (!groupWords.has(last) && !lexicon.roles.has(last)) return 0
    if (isCapitalWord(tokens[to + 1])) return 2
    return tokens[to + 1]?.lower === 'the' && isCapitalWord(tokens[to + 2]) ? 3 : 0
  }
  const isJoint = token.lower === 'and' || token.lower === 'for'
  const joins = isJoint && isGroup && words.includes('of') && isCapitalWord(tokens[to + 1])
  return joins ? 2 : 0
}

/** "Ursula von der Leyen", "Yann Le Goff"; but not "Sprecherin der Kammer", "Jan Holm der Zeitung", "Greco al Corriere". */
function stepOverParticles(tokens: readonly Token[], to: number, lexicon: Lexicon): number {
  const token = tokens[to] as Token
  const before = tokens[to - 1]
  if (before && !token.isCapital && lexicon.roles.has(bare(before))) return 0
  const isArticle = /^(?:de[rn]|die)$/.test(token.lower) && lexicon.hasCapitalNouns
  const isContraction = token.lower === 'al' && lexicon.prepositions.has('al')
  if (isArticle || isContraction) return 0
  if (isCapitalWord(tokens[to + 1])) return 2
  return particles.has(tokens[to + 1]?.lower ?? '') && isCapitalWord(tokens[to + 2]) ? 3 : 0
}

function bare(token: Token): string {
  return token.lower.replace(/\.$/, '')
}

function toMention(
  text: string,
  tokens: readonly Token[],
  run: Run,
  clause: number,
  lexicon: Lexicon,
): Mention {
  const last = tokens[run.to - 1] as Token
  const isBody = groupWords.has(bare(last)) && isPartyTitled(tokens, run)
  const nameFrom = isBody ? run.from : run.from + titleLength(tokens, run, lexicon)
  const name = tokens.slice(nameFrom, run.to)
  const titles = tokens
    .slice(run.from, nameFrom)
    .map(bare)
    .filter((word) => lexicon.roles.has(word))
  const first = tokens[run.from] as Token
  const title = nameFrom > run.from ? text.slice(first.start, tokens[nameFrom - 1]?.end) : undefined
  return {
    start: first.start,
    end: last.start + last.text.length,
    clause,
    from: run.from,
    to: run.to,
    nameFrom,
    words: name.map((token) => token.text),
    titles,
    role: title !== undefined && !courtesy.test(title) ? nominative(title, lexicon) : undefined,
    courtesy: title !== undefined && courtesy.test(title) ? title : undefined,
    kind: kindOf(name, titles, lexicon),
    isPossessive: last.isPossessive,
  }
}

/** "des Ingenieurs": the role as it is called by itself. */
function nominative(title: string, lexicon: Lexicon): string {
  const isGenitive = lexicon.hasCapitalNouns && /[^s]s$/u.test(title)
  return isGenitive && lexicon.roles.has(title.slice(0, -1).toLowerCase())
    ? title.slice(0, -1)
    : title
}

/** "Republican Party", "Labour Council": no person in spite of the first word. */
function isPartyTitled(tokens: readonly Token[], { from }: Run): boolean {
  return /^(?:republican|democratic|democrat|conservative|liberal|labour|tory|socialist|independent|student|public)$/.test(
    tokens[from]?.lower ?? '',
  )
}

/** A role, in the genitive too where nouns have capitals: "des Ingenieurs". */
function isRole(token: Token, lexicon: Lexicon): boolean {
  const word = bare(token)
  return (
    lexicon.roles.has(word) ||
    (lexicon.hasCapitalNouns && lexicon.roles.has(word.replace(/s$/, '')))
  )
}

/** How many tokens of a run are title and role: all up to the last role word, with the "of State" that follows it. */
function titleLength(tokens: readonly Token[], { from, to }: Run, lexicon: Lexicon): number {
  let length = 0
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token || !isRole(token, lexicon)) continue
    if (i === to - 1)
      return i === from || length > 0 || endsAsRole(tokens, from, i, lexicon) ? to - from : length
    if (/^(?:jr|sr|i+|iv)$/.test(bare(tokens[i + 1] as Token)) && i + 2 === to) continue
    length = i + 1 - from
    if (tokens[i + 1]?.lower === 'of')
      length = Math.min(to - from, length + (tokens[i + 2]?.isCapital ? 2 : 3))
    while (from + length < to && groupWords.has(bare(tokens[from + length] as Token))) length++
    if (/^(?:homeland|foreign|human|home)$/.test(tokens[from + length - 1]?.lower ?? '')) length++
  }
  return Math.min(length, to - from)
}

/** "South Carolina Republican", "Foreign Minister": a role and nobody's name; "Larry King" is a name. */
function endsAsRole(
  tokens: readonly Token[],
  from: number,
  last: number,
  lexicon: Lexicon,
): boolean {
  const before = tokens[last - 1]
  if (!before) return false
  return (
    lexicon.modifiers.has(before.lower) ||
    placeWords.has(before.lower) ||
    (last - from >= 2 && placeWords.has(tokens[from]?.lower ?? ''))
  )
}

function kindOf(
  name: readonly Token[],
  titles: readonly string[],
  lexicon: Lexicon,
): Mention['kind'] {
  if (name.length === 0) return 'role'
  const words = name.map(bare)
  if (words.some((word) => groupWords.has(word)) && titles.length === 0) return 'group'
  if (titles.length > 0) return 'person'
  const [only] = name
  if (
    name.length === 1 &&
    only &&
    /^\p{Lu}{2,6}s?$/u.test(only.text) &&
    !placeWords.has(only.lower)
  )
    return 'group'
  if (placeWords.has(words.at(-1) ?? '') && name.length <= 2) return 'place'
  return lexicon.calendar.has(words.at(-1) ?? '') ? 'group' : 'name'
}
