import { type ArticleText, htmlToText } from '../extract/html-text.ts'
import type { Entry } from './parsed-feed.ts'

/** Entries beyond the newest so many are only marked as seen. */
const maxKept = 200

/** Sentences that publishing software puts beneath an item of a feed. */
const afterword =
  /(?:^|\n\n)(?:The post .{1,300} (?:appeared first|first appeared) on .{1,200}|(?:Continue|Keep) reading\b.{0,300}|Read (?:more|the full (?:story|article))\b.{0,200})$/is
/** What a shortened text ends with. */
const cutMark =
  /\s*(?:\[(?:…|\.\.\.|&hellip;)\]|(?:Continue reading|Read more)(?:…|\.\.\.| →| »)?)$/i

/** The newest entries first, each with its plain text; the rest follows without. Entries without a day keep their place. */
export function withBodies(entries: readonly Entry[]): readonly Entry[] {
  return newestFirst(entries).map((entry, at) =>
    at < maxKept ? { ...entry, body: bodyOf(entry) } : entry,
  )
}

function newestFirst(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length <= maxKept || entries.some((entry) => !entry.dates[0])) return entries
  return [...entries].sort((a, b) => ((a.dates[0] ?? '') < (b.dates[0] ?? '') ? 1 : -1))
}

function bodyOf(entry: Entry): ArticleText {
  const [content, summary] = [entry.content, entry.summary].map((html) =>
    html ? withoutAfterword(htmlToText(html)) : undefined,
  )
  if (!content || !summary) return content ?? summary ?? { text: '', headings: [] }
  return content.text.length >= summary.text.length ? content : summary
}

function withoutAfterword(body: ArticleText): ArticleText {
  const text = body.text.replace(afterword, '').replace(cutMark, ' …').trimEnd()
  return { text, headings: body.headings.filter((range) => range.end <= text.length) }
}
