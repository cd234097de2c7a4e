import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Token } from '../text/tokens.ts'
import type { Mention } from './mentions.ts'

/** The longest role that is still a role and not a biography, in tokens and in characters. */
const longestRole = 12
const longestRoleText = 80

/**
 * The names of a sentence with the roles that stand beside them: "chief executive Lowell Adams", "Lowell Adams, chief executive of
 * Harbour Lines,", "the chief executive, Lowell Adams,". A name that is part of another's role ("Clinton spokesman Brian Day")
 * is no mention of its own.
 */
export function withRoles(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): readonly Mention[] {
  const kept: Mention[] = []
  mentions.forEach((mention, i) => {
    const widened =
      mention.words.length > 0 ? withRoleBefore(text, tokens, mention, kept, lexicon) : mention
    while (kept.length > 0 && (kept.at(-1)?.from ?? 0) >= widened.from) kept.pop()
    kept.push(withApposition(text, tokens, widened, mentions[i + 1], lexicon))
  })
  return kept
}

function bare(token: Token | undefined): string {
  return token?.lower.replace(/\.$/, '') ?? ''
}

/** Takes in the small-letter role right before the name, and the names and adjectives before that role. */
function withRoleBefore(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  earlier: readonly Mention[],
  lexicon: Lexicon,
): Mention {
  const hasTitle = mention.nameFrom > mention.from
  let from = mention.from
  let sawRole = hasTitle && mention.role !== undefined
  let names = earlier.length - 1
  while (from > 0) {
    const token = tokens[from - 1]
    if (token?.kind !== 'word') break
    const name = earlier[names]
    if (name && name.to === from) {
      if (!sawRole) break
      from = name.from
      names--
    } else if (!token.isCapital && !token.isPossessive && lexicon.roles.has(bare(token))) {
      sawRole = true
      from--
    } else if (sawRole && isModifier(token, lexicon)) from--
    else break
  }
  if (from === mention.from) return mention
  const last = tokens[mention.nameFrom - 1]
  const role = text.slice(tokens[from]?.start, last?.end)
  if (!sawRole || role.length > longestRoleText) return mention
  const start = tokens[from]?.start ?? mention.start
  const titles = [
    ...mention.titles,
    ...tokens
      .slice(from, mention.from)
      .map(bare)
      .filter((word) => lexicon.roles.has(word)),
  ]
  return {
    ...mention,
    from,
    start,
    role,
    titles,
    kind: mention.kind === 'name' ? 'person' : mention.kind,
  }
}

function isModifier(token: Token, lexicon: Lexicon): boolean {
  return (
    lexicon.modifiers.has(token.lower) ||
    (!token.isCapital && /^[\p{L}\d]+-[\p{L}-]+$/u.test(token.text)) ||
    /^(?:\p{Lu}\p{Ll}+(?:an|ish|ese|ian|ic))$/u.test(token.text)
  )
}

/** Takes in a role set off by commas after the name, or before it. */
function withApposition(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  next: Mention | undefined,
  lexicon: Lexicon,
): Mention {
  if (mention.role !== undefined || mention.kind === 'group' || mention.words.length === 0)
    return mention
  const role =
    roleAfter(text, tokens, mention, next, lexicon) ?? roleAhead(text, tokens, mention, lexicon)
  if (role === undefined) return mention
  return { ...mention, role, kind: mention.kind === 'name' ? 'person' : mention.kind }
}

function roleAfter(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  next: Mention | undefined,
  lexicon: Lexicon,
): string | undefined {
  if (mention.isPossessive || tokens[mention.to]?.text !== ',') return undefined
  const from = mention.to + 1
  let to = from
  let roleAt = -1
  let isCore = true
  for (; to < tokens.length && to - from <= longestRole; to++) {
    const token = tokens[to]
    if (!token || token.kind !== 'word') break
    if (lexicon.finite.has(token.lower) && !lexicon.roles.has(token.lower)) return undefined
    if (lexicon.relatives.has(token.lower)) break
    if (token.lower === 'and' && to + 1 === next?.from && !isCore) break
    if (lexicon.prepositions.has(token.lower)) isCore = false
    if (isCore && lexicon.roles.has(bare(token))) roleAt = to
  }
  const ends =
    to >= tokens.length ||
    tokens[to]?.kind === 'mark' ||
    lexicon.relatives.has(tokens[to]?.lower ?? '')
  const opener = tokens[from]
  if (roleAt < 0 || !ends || !opener || !opensRole(opener, lexicon)) return undefined
  if (/^(?:mr|mrs|ms|dr)$/.test(bare(opener))) return undefined
  const isPerson = next && next.from === from && next.words.length > 0 && next.to >= to
  if (isPerson) return undefined
  const role = text.slice(opener.start, tokens[to - 1]?.end)
  return role.length <= longestRoleText ? role : undefined
}

function opensRole(token: Token, lexicon: Lexicon): boolean {
  return (
    lexicon.determiners.has(token.lower) ||
    lexicon.roles.has(bare(token)) ||
    isModifier(token, lexicon) ||
    token.isPossessive ||
    token.isCapital
  )
}

/** "the foreign minister of Norway, Ine Berg, said": the role stands before the comma. */
function roleAhead(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  lexicon: Lexicon,
): string | undefined {
  const close = tokens[mention.to]
  if (tokens[mention.from - 1]?.text !== ',' || (close && !/^[,.]$/.test(close.text)))
    return undefined
  let from = mention.from - 1
  let roleAt = -1
  let owned = false
  for (; from > 0 && mention.from - from <= longestRole; from--) {
    const token = tokens[from - 1]
    if (token?.kind !== 'word' || lexicon.finite.has(token.lower)) break
    if (lexicon.determiners.has(token.lower) && !lexicon.genitives.has(token.lower)) break
    if (lexicon.roles.has(bare(token))) roleAt = from - 1
    if (token.isPossessive) owned = true
  }
  if (roleAt < 0 || roleAt - from > 5 || followsName(tokens, from, lexicon)) return undefined
  const role = text.slice(tokens[from]?.start, tokens[mention.from - 2]?.end)
  const article = owned && tokens[from - 1]?.lower === 'the' ? 'the ' : ''
  return role.length <= longestRoleText ? article + role : undefined
}

/** "Ana Ruiz, the mayor, Karl Brandt, …": what stands before the comma has the role. */
function followsName(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const at = lexicon.determiners.has(tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1
  const before = tokens[at - 1]
  return (
    tokens[at]?.text === ',' && before?.isCapital === true && !lexicon.calendar.has(before.lower)
  )
}
