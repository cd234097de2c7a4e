import { truncateGraphemes } from '../support/text/truncate.ts'
import { leadOf } from './summarize/summarize-text.ts'
import { hasOpenMark } from './summarize/trim.ts'

/** What a reader takes in at a glance; also what fits a line of a digest. */
const maxHeadlineLength = 90

/** What publishers put around a title: " - BBC News", " | Reuters", "LIVE: ". */
const publisherTail = /\s+(?:[|•·]|[-–—])\s+(?:[\p{L}\p{N}.'’&]+\s?){1,4}$/u
const kicker =
  /^(?:LIVE|BREAKING|UPDATE(?: \d)?|WATCH|VIDEO|EXCLUSIVE|OPINION|EIL(?:MELDUNG)?)\s*[:|–—-]\s+/iu

/** The headline of an article: its title without what publishers put around it, cut between words where it is too long. */
export function headlineOf(input: {
  readonly title?: string | undefined
  readonly text: string
  readonly language?: string | undefined
}): string {
  const title = bareTitle(input.title ?? '')
  if (title !== '') return cutHeadline(title)
  const lead = leadOf(input)?.replace(/\.$/, '')
  return cutHeadline(lead ?? input.text.trimStart().split('\n', 1)[0] ?? '')
}

function bareTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  const bare = line.replace(kicker, '')
  const cut = bare.replace(publisherTail, '')
  return cut.split(' ').length >= 4 ? cut : bare
}

/** What a sentence can lose without becoming untrue: what came before, what goes on beside, who is meant. */
const cuttable =
  / (?:[–—] |(?:after|amid|following|while|because) |as (?=p{Lu}p{Ll}+ p{Lu}?p{Ll}))|(?:; |, (?:who|which|where|but|while) )/g

/** A cut headline says at least so much. */
const shortestCut = 45

/** At most 90 characters, cut before a clause or between words, with an ellipsis where words are missing. */
export function cutHeadline(title: string): string {
  if (title.length <= maxHeadlineLength) return title
  const room = title.slice(0, maxHeadlineLength - 1)
  const clause = [...room.matchAll(cuttable)].at(-1)?.index ?? 0
  if (clause >= shortestCut && !hasOpenMark(room.slice(0, clause))) return room.slice(0, clause)
  const space = room.lastIndexOf(' ')
  return truncateGraphemes(
    space > 30 ? `${room.slice(0, space).replace(/[,;:–—-]+$/, '')}…` : title,
    maxHeadlineLength,
    maxHeadlineLength,
  )
}
