import { hash as hashText } from 'node:crypto'
import { type ArticleId, articleId, type FeedId } from '../domain/ids.ts'
import type { Sighting } from '../domain/sighting.ts'
import { addressKey } from './address.ts'
import type { Entry } from './parse/parsed-feed.ts'

/** An entry and every name under which it may be found again, the strongest first. */
export type NamedEntry = {
  readonly entry: Entry
  readonly articleId: ArticleId
  readonly identities: readonly string[]
  readonly fingerprint: string
}

export type NamedEntries = {
  readonly named: readonly NamedEntry[]
  readonly warnings: readonly string[]
}

/** Above this share of unknown items, and of titles known among them, a feed has changed the names of its items. */
const massChange = 0.8
const fewestForMassChange = 3

/**
 * Names the entries of one fetch. A `guid` or a link that several entries share names none of them, unless nothing else
 * tells them apart: then they are one item. Entries with neither id, link, title nor text are left out.
 */
export function nameEntries(feedId: FeedId, entries: readonly Entry[]): NamedEntries {
  const tellable = entries.filter(saysAnything)
  const guids = countOf(tellable.map((entry) => entry.id))
  const links = countOf(tellable.map((entry) => entry.link && addressKey(entry.link)))
  const warnings = new Set<string>()
  const found = new Map<string, NamedEntry>()
  if (tellable.length < entries.length) warnings.add('Items that say nothing were left out')
  for (const entry of tellable) {
    const named = nameEntry(feedId, entry, guids, links)
    const main = named.identities[0] ?? ''
    if (found.has(main)) warnings.add('Several items have the same identity; one of each is kept')
    else found.set(main, named)
  }
  if ([...guids.values()].some((count) => count > 1)) warnings.add('Several items share one guid')
  return { named: [...found.values()], warnings: [...warnings] }
}

function nameEntry(
  feedId: FeedId,
  entry: Entry,
  guids: ReadonlyMap<string, number>,
  links: ReadonlyMap<string, number>,
): NamedEntry {
  const link = entry.link ? addressKey(entry.link) : undefined
  const isOwnLink = link !== undefined && links.get(link) === 1
  const isOwnGuid = entry.id !== undefined && guids.get(entry.id) === 1
  const isOnlyGuid = entry.id !== undefined && !isOwnGuid && !isOwnLink
  const identities = [
    ...(isOwnGuid || isOnlyGuid ? [named('guid', entry.id)] : []),
    ...(isOwnLink ? [named('url', link)] : []),
    named('day', entry.title, entry.dates[0]?.slice(0, 10), entry.title ? '' : textOf(entry)),
    ...(entry.title ? [named('title', entry.title)] : []),
  ]
  const main = identities[0] ?? ''
  const id = isOwnLink ? hash('article', link) : hash('article', feedId, main)
  return { entry, articleId: articleId(id), identities, fingerprint: fingerprintOf(entry) }
}

/** What an entry turns out to be when held against what the feed had before. */
export type Recognition =
  | { readonly kind: 'new'; readonly articleId: ArticleId }
  | { readonly kind: 'unchanged' | 'revised'; readonly articleId: ArticleId }

/**
 * Finds each entry among the sightings of its feed, by identity. Titles alone count only when the feed has changed all
 * its ids and addresses at once, so that nothing told before is told again.
 */
export function recognise(
  entries: readonly NamedEntry[],
  sightings: ReadonlyMap<string, Sighting>,
): readonly Recognition[] {
  const firm = entries.map((entry) => find(entry, sightings, (name) => !isTitle(name)))
  const unknown = entries.filter((_, at) => firm[at] === undefined)
  const byTitle = unknown.filter((entry) => find(entry, sightings, isTitle))
  const isMassChange =
    unknown.length >= fewestForMassChange &&
    unknown.length > entries.length * massChange &&
    byTitle.length > unknown.length * massChange
  return entries.map((entry, at) => {
    const seen = firm[at] ?? (isMassChange ? find(entry, sightings, isTitle) : undefined)
    if (!seen) return { kind: 'new', articleId: entry.articleId }
    return { kind: isSameText(seen, entry) ? 'unchanged' : 'revised', articleId: seen.articleId }
  })
}

/** Entries that were too far down the feed to be read have no fingerprint, and say nothing about a change. */
function isSameText(seen: Sighting, { fingerprint }: NamedEntry): boolean {
  return seen.fingerprint === '' || fingerprint === '' || seen.fingerprint === fingerprint
}

const isTitle = (identity: string) => identity.startsWith('title:')

function find(
  entry: NamedEntry,
  sightings: ReadonlyMap<string, Sighting>,
  counts: (identity: string) => boolean,
): Sighting | undefined {
  return entry.identities
    .filter(counts)
    .map((identity) => sightings.get(identity))
    .find((sighting) => sighting !== undefined)
}

const textOf = (entry: Entry) => entry.body?.text ?? entry.summary ?? entry.content

function saysAnything(entry: Entry): boolean {
  return Boolean(entry.id ?? entry.link ?? entry.title ?? textOf(entry))
}

/** Letters and digits only, so that no change of markup, spacing or quotation marks counts as a change of text. */
function fingerprintOf(entry: Entry): string {
  if (!entry.body) return ''
  const words = `${entry.title ?? ''} ${entry.body.text}`
  return hash(words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '))
}

function named(kind: string, ...parts: readonly (string | undefined)[]): string {
  return `${kind}:${hash(...parts)}`
}

function hash(...parts: readonly (string | undefined)[]): string {
  const text = parts.map((part) => part ?? '').join('\u0000')
  return hashText('sha256', text, 'base64url').slice(0, 22)
}

function countOf(names: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
