import { menNames, womenNames } from '../lexicon/given-names.ts'
import type { Lexicon, Sort } from '../lexicon/lexicon.ts'
import type { Mention } from './mentions.ts'

/** Somebody or some body that a text names, however often and however short. */
export type Named = {
  readonly id: number
  /** The fullest form of the name. */
  name: string
  words: readonly string[]
  role: string | undefined
  /** "Mr.", for who is never called by a full name. */
  courtesy: string | undefined
  kind: Mention['kind']
  sort: Sort | undefined
  count: number
}

/** So many share a name in no article. */
const mostNamesakes = 20

/** Whom each mention names, by the mention. */
export type Register = ReadonlyMap<Mention, Named>

/** Joins the mentions of a text that name the same: a full name, and later its last or first word alone. */
export function registerOf(mentions: readonly Mention[], lexicon: Lexicon): Register {
  const all: Named[] = []
  const byWord = new Map<string, Named[]>()
  const register = new Map<Mention, Named>()
  for (const mention of mentions) {
    if (mention.words.length === 0) continue
    const sort = sortOf(mention, lexicon)
    const found = find(mention, sort, byWord) ?? create(mention, all, byWord)
    update(found, mention, sort, byWord)
    register.set(mention, found)
  }
  return register
}

function lowerOf(word: string): string {
  return word.toLowerCase().replace(/\.$/, '')
}

function find(
  mention: Mention,
  sort: Sort | undefined,
  byWord: ReadonlyMap<string, readonly Named[]>,
): Named | undefined {
  const words = mention.words.map(lowerOf)
  const last = words.at(-1) ?? ''
  const known = byWord.get(last) ?? []
  const same = known.filter((one) => agrees(one, words, mention) && !contradicts(one.sort, sort))
  const isLast = (one: Named) => lowerOf(one.words.at(-1) ?? '') === last
  return same.sort((a, b) => Number(isLast(b)) - Number(isLast(a)) || b.count - a.count)[0]
}

/** Every word of the shorter name stands in the longer one, and people are not taken for bodies. */
function agrees(one: Named, words: readonly string[], mention: Mention): boolean {
  const known = one.words.map(lowerOf)
  if (known.join(' ') === words.join(' ')) return true
  if (
    mention.kind === 'group' ||
    one.kind === 'group' ||
    mention.kind === 'place' ||
    one.kind === 'place'
  )
    return false
  const [short, long] = words.length < known.length ? [words, known] : [known, words]
  if (short.length === 1)
    return long.at(-1) === short[0] || (words.length === 1 && long.includes(short[0] ?? ''))
  if (long.slice(-short.length).join(' ') === short.join(' ')) return true
  return (
    long.at(-1) === short.at(-1) &&
    (long[0] === short[0] || isShortened(short[0] ?? '', long[0] ?? ''))
  )
}

/** "J." for "John", "Mike" for "Michael". */
function isShortened(a: string, b: string): boolean {
  return a[0] === b[0] && (a.length === 1 || b.length === 1 || a.slice(0, 2) === b.slice(0, 2))
}

function contradicts(a: Sort | undefined, b: Sort | undefined): boolean {
  return (a === 'man' && b === 'woman') || (a === 'woman' && b === 'man')
}

function create(mention: Mention, all: Named[], byWord: Map<string, Named[]>): Named {
  const one: Named = {
    id: all.length,
    name: mention.words.join(' '),
    words: mention.words,
    role: undefined,
    courtesy: undefined,
    kind: mention.kind,
    sort: undefined,
    count: 0,
  }
  all.push(one)
  index(one, byWord)
  return one
}

function index(one: Named, byWord: Map<string, Named[]>): void {
  for (const word of new Set(one.words.map(lowerOf))) {
    const list = byWord.get(word) ?? []
    if (list.length < mostNamesakes && !list.includes(one)) byWord.set(word, [...list, one])
  }
}

function update(
  one: Named,
  mention: Mention,
  sort: Sort | undefined,
  byWord: Map<string, Named[]>,
): void {
  one.count++
  one.sort ??= sort
  one.role ??= mention.role
  one.courtesy ??= mention.courtesy
  if (mention.kind === 'person') one.kind = 'person'
  if (one.words.length === 1 && mention.words.length > 1 && one.count <= 1) {
    one.words = mention.words
    one.name = mention.words.join(' ')
    index(one, byWord)
  }
}

function sortOf(mention: Mention, lexicon: Lexicon): Sort | undefined {
  if (mention.kind === 'group' || mention.kind === 'place') return 'thing'
  for (const title of mention.titles) {
    if (lexicon.men.has(title)) return 'man'
    if (lexicon.women.has(title)) return 'woman'
  }
  const given = lowerOf(mention.words[0] ?? '').split('-')[0] ?? ''
  if (mention.words.length < 2) return undefined
  const [isMan, isWoman] = [menNames.has(given), womenNames.has(given)]
  return isMan === isWoman ? undefined : isMan ? 'man' : 'woman'
}
