import { truncateGraphemes } from '../support/text/truncate.ts'
import { summarizeText } from './summarize/summarize-text.ts'

/** What a reader takes in at a glance; also what fits a line of a digest. */
export const maxHeadlineLength = 90

/** What publishers put around a title: " - BBC News", " | Reuters", "LIVE: ". */
const publisherTail = /\s+(?:[|•·]|[-–—])\s+(?:[\p{L}\p{N}.'’&]+\s?){1,4}$/u
const kicker =
  /^(?:LIVE|BREAKING|UPDATE(?: \d)?|WATCH|VIDEO|EXCLUSIVE|OPINION|EIL(?:MELDUNG)?)\s*[:|–—-]\s+/u

/** The headline of an article: its title without what publishers put around it, cut between words where it is too long. */
export function headlineOf(input: {
  readonly title?: string | undefined
  readonly text: string
  readonly language?: string | undefined
}): string {
  const title = bareTitle(input.title ?? '')
  if (title !== '') return cutHeadline(title)
  const [first] = summarizeText(input, { maxSentences: 1, maxWords: 30 })
  return cutHeadline(first?.text.replace(/\.$/, '') ?? input.text.split('\n')[0] ?? '')
}

export function bareTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  const bare = line.replace(kicker, '')
  const cut = bare.replace(publisherTail, '')
  return cut.split(' ').length >= 4 ? cut : bare
}

/** At most 90 characters, cut before a clause or between words, with an ellipsis where words are missing. */
export function cutHeadline(title: string): string {
  if (title.length <= maxHeadlineLength) return title
  const room = title.slice(0, maxHeadlineLength - 1)
  const clause = Math.max(room.lastIndexOf(' – '), room.lastIndexOf(' — '), room.lastIndexOf('; '))
  if (clause >= 45) return room.slice(0, clause)
  const space = room.lastIndexOf(' ')
  return truncateGraphemes(
    space > 30 ? `${room.slice(0, space).replace(/[,;:–—-]+$/, '')}…` : title,
    maxHeadlineLength,
    maxHeadlineLength,
  )
}
