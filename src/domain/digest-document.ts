import type { Briefing, Source } from './briefing.ts'
import type { Digest } from './digest.ts'
import { type Action, type Block, type Document, type Span, strong, text } from './document.ts'
import { passageLink } from './passage-link.ts'
import type { DigestDocuments } from './platform.ts'
import type { Quote } from './quote.ts'
import {
  clockTime,
  dayAndTime,
  dayWords,
  longDate,
  shortDate,
  type Today,
} from './wording/day-words.ts'
import type { Wording } from './wording/wording.ts'

/** The parent that everyone is notified of, and one reply per story. */
export function digestDocuments(digest: Digest, wording: Wording): DigestDocuments {
  const replies = digest.briefings.map((briefing, at) =>
    storyDocument(briefing, at + 1, digest, wording),
  )
  const parent = parentDocument(digest, wording)
  return { parent, replies, ...(digest.mention === undefined ? {} : { mention: digest.mention }) }
}

/** The document as it stands after a correction: the same, with what was corrected on top. */
export function correctedDocument(
  document: Document,
  correction: { readonly at: Date; readonly what: string; readonly timezone: string },
  wording: Wording,
): Document {
  const at = clockTime(correction.at, correction.timezone, wording)
  const words = wording.say('story.corrected', { at, what: correction.what })
  return {
    ...document,
    blocks: [{ kind: 'notice', tone: 'warning', text: words }, ...document.blocks],
  }
}

function parentDocument(digest: Digest, wording: Wording): Document {
  const heading = `${digest.title} · ${longDate(digest.dueAt, digest.timezone, wording)}`
  const { articlesRead } = digest.coverage
  const count = wording.say('digest.count', {
    stories: digest.briefings.length,
    articles: articlesRead,
  })
  const isEmpty = digest.briefings.length === 0
  const body = isEmpty ? nothingNew(digest, wording) : headlines(digest, wording)
  const aside = isEmpty ? {} : { aside: count }
  return {
    blocks: [
      { kind: 'heading', text: heading, ...aside },
      ...late(digest, wording),
      body,
      { kind: 'footer', text: coverageLine(digest, wording) },
    ],
    fallback: isEmpty
      ? heading
      : `${heading}: ${digest.briefings.map((each) => each.headline).join('; ')}`,
  }
}

function late(digest: Digest, wording: Wording): readonly Block[] {
  if (digest.lateUntil === undefined) return []
  const due = clockTime(digest.dueAt, digest.timezone, wording)
  const until = clockTime(digest.lateUntil, digest.timezone, wording)
  return [{ kind: 'notice', tone: 'warning', text: wording.say('digest.late', { due, until }) }]
}

function nothingNew(digest: Digest, wording: Wording): Block {
  const { nextAt } = digest
  const next =
    nextAt && wording.say('digest.next', { at: dayAndTime(nextAt, todayOf(digest), wording) })
  const words = [emptyWords(digest, wording), ...(next ? [next] : [])].join(' ')
  return { kind: 'paragraph', spans: [text(words)] }
}

/** Nothing new is not the same as nothing read. */
function emptyWords(digest: Digest, wording: Wording): string {
  const { feedsRead, feedsFailed } = digest.coverage
  if (feedsRead === 0 && feedsFailed.length > 0)
    return wording.say('digest.unreachable', { feeds: feedsFailed.length })
  if (digest.since === undefined) return wording.say('digest.nothing', { feeds: feedsRead })
  const since = dayAndTime(digest.since, todayOf(digest), wording)
  return wording.say('digest.nothingSince', { feeds: feedsRead, since })
}

function todayOf({ dueAt, timezone }: Pick<Digest, 'dueAt' | 'timezone'>): Today {
  return { now: dueAt, timezone }
}

function headlines(digest: Digest, wording: Wording): Block {
  return {
    kind: 'headlines',
    items: digest.briefings.map((briefing) => {
      const sources = wording.say('story.sources', { count: outletsOf(briefing) })
      const updated = briefing.updatedSince ? `${wording.say('story.updated')} · ` : ''
      return { text: briefing.headline, aside: updated + sources }
    }),
  }
}

/** Two articles of one outlet are one voice. */
function outletsOf({ sources }: Briefing): number {
  return new Set(sources.map(({ publisher }) => publisher)).size
}

function coverageLine({ coverage }: Digest, wording: Wording): string {
  const { feedsFailed, dropped, storiesLeftOut, quotesDropped, pointsReplaced, notes } = coverage
  const names = feedsFailed.map(({ name }) => name).join(', ')
  return [
    wording.say('digest.read', { feeds: coverage.feedsRead }),
    ...(names ? [wording.say('digest.failed', { count: feedsFailed.length, names })] : []),
    ...dropped.map(({ reason, count }) => wording.say(`dropped.${reason}`, { count })),
    ...(storiesLeftOut ? [wording.say('digest.leftOut', { count: storiesLeftOut })] : []),
    ...(quotesDropped ? [wording.say('digest.quotesDropped', { count: quotesDropped })] : []),
    ...(pointsReplaced ? [wording.say('digest.pointsReplaced', { count: pointsReplaced })] : []),
    ...notes,
  ].join(' · ')
}

/** What a story needs to know of the digest it stands in. */
type Telling = Pick<Digest, 'length' | 'timezone'> & Partial<Pick<Digest, 'dueAt'>>

/** One story as it stands in a digest; `place` counts from 1, and is undefined for a story that stands alone. */
export function storyDocument(
  briefing: Briefing,
  place: number | undefined,
  digest: Telling,
  wording: Wording,
): Document {
  const isDetailed = digest.length !== 'headlines'
  const blocks: readonly (Block | undefined)[] = [
    {
      kind: 'heading',
      text: place === undefined ? briefing.headline : `${place} · ${briefing.headline}`,
    },
    updated(briefing, digest, wording),
    isDetailed ? points(briefing) : undefined,
    ...disagreements(briefing, wording),
    ...(isDetailed
      ? briefing.quotes.map((quote) => quoteBlock(quote, briefing, digest, wording))
      : []),
    sources(briefing, wording),
    footer(briefing, wording),
    { kind: 'actions', actions: storyActions(briefing, wording) },
  ]
  return { blocks: blocks.filter((block) => block !== undefined), fallback: briefing.headline }
}

function updated({ updatedSince }: Briefing, digest: Telling, wording: Wording): Block | undefined {
  if (updatedSince === undefined) return undefined
  const { dueAt = updatedSince, timezone } = digest
  const at = dayWords(updatedSince, { now: dueAt, timezone }, wording)
  return { kind: 'paragraph', spans: [strong(wording.say('story.updatedSince', { at }))] }
}

function points(briefing: Briefing): Block | undefined {
  if (briefing.points.length === 0) return undefined
  const items = briefing.points.map((point): readonly Span[] => [text(point.text)])
  return { kind: 'list', ordered: false, items }
}

function disagreements(briefing: Briefing, wording: Wording): readonly Block[] {
  return briefing.disagreements.map((each) => ({
    kind: 'notice',
    tone: 'info',
    text: wording.say('story.disagreement', { text: each.text }),
  }))
}

export function quoteBlock(
  quote: Quote,
  briefing: Briefing,
  digest: Pick<Digest, 'timezone'>,
  wording: Wording,
): Block {
  const { name, role } = quote.speaker
  const source = briefing.sources.find((each) => each.articleId === quote.articleId)
  const day = source?.publishedAt && shortDate(source.publishedAt, digest.timezone, wording)
  const provenance = [
    [source?.publisher, day].filter(Boolean).join(', '),
    wording.say('quote.verified'),
  ]
  return {
    kind: 'quote',
    text: quote.text,
    speaker: role ? `${name}, ${role}` : name,
    source: provenance.filter((part) => part !== '').join(' · '),
    url: quoteUrl(quote, source),
    open: wording.say('quote.open'),
    ...(quote.translation === undefined
      ? {}
      : { translation: wording.say('quote.translation', { text: quote.translation }) }),
  }
}

function quoteUrl(quote: Quote, source: Source | undefined): string | undefined {
  const whole = { start: 0, end: quote.text.length }
  return source?.url === undefined ? undefined : passageLink(source.url, quote.text, whole)
}

function sources(briefing: Briefing, wording: Wording): Block {
  const items = briefing.sources.map(({ publisher: name, url, language }) => {
    const note = languageNote(language, wording)
    return { name, url, ...(note === undefined ? {} : { note }) }
  })
  return { kind: 'sources', items }
}

/** "German", in the reader's language; undefined when the source is written in that language. */
function languageNote(language: string | undefined, wording: Wording): string | undefined {
  const base = language?.toLowerCase().split('-')[0] ?? ''
  if (!/^[a-z]{2,3}$/.test(base) || wording.language.startsWith(base)) return undefined
  return new Intl.DisplayNames(wording.language, { type: 'language' }).of(base)
}

function footer(briefing: Briefing, wording: Wording): Block | undefined {
  const isPartial = briefing.sources.some((source) => source.partial)
  const words = [
    ...(isPartial ? [wording.say('story.partial')] : []),
    ...(briefing.authorship.fellBackBecause ? [briefing.authorship.fellBackBecause] : []),
  ]
  return words.length === 0 ? undefined : { kind: 'footer', text: words.join(' ') }
}

function storyActions(briefing: Briefing, wording: Wording): readonly Action[] {
  const options = { story: briefing.storyId }
  const changes = { label: wording.say('action.changes'), command: 'story changes', options }
  return [
    { label: wording.say('action.ask'), command: 'ask', options },
    { label: wording.say('action.sources'), command: 'story sources', options },
    { label: wording.say('action.quotes'), command: 'story quotes', options },
    ...(briefing.updatedSince ? [changes] : []),
    { label: wording.say('action.mute'), command: 'story mute', options, overflow: true },
    { label: wording.say('action.less'), command: 'story less', options, overflow: true },
    { label: wording.say('action.split'), command: 'story split', options, overflow: true },
    { label: wording.say('action.report'), command: 'story report', options, overflow: true },
  ]
}
