import type { Leftovers } from './leftovers.ts'
import { resolveLink } from './links.ts'
import type { Entry, ParsedFeed } from './parsed-feed.ts'
import { present } from './shared-fields.ts'

/** A feed with what its parser passed over; only when both counted the same items. */
export function withLeftovers(feed: ParsedFeed, leftovers: readonly Leftovers[]): ParsedFeed {
  if (leftovers.length !== feed.entries.length) return feed
  const entries = feed.entries.map((entry, at) => join(entry, leftovers[at], feed.link))
  return { ...feed, entries }
}

function join(entry: Entry, more: Leftovers | undefined, base: string | undefined): Entry {
  if (!more) return entry
  const links = (addresses: readonly string[]) => addresses.map((link) => resolveLink(link, [base]))
  const [summary, content] = bodiesOf(entry, more)
  return {
    ...entry,
    link: links(more.originalLinks)[0] ?? entry.link,
    summary,
    content,
    authors: present([...entry.authors, ...more.authors]),
    categories: present([...entry.categories, ...more.categories]),
    captions: present([...entry.captions, ...more.captions]),
    enclosures: present([...entry.enclosures, ...links(more.originalEnclosures)]),
    media: present([...entry.media, ...links(more.images)]),
  }
}

/** Beside a summary of its own an item's description is its content. */
function bodiesOf(
  entry: Entry,
  more: Leftovers,
): readonly [string | undefined, string | undefined] {
  const content = entry.content ?? more.bodies[0]
  const summary = more.summaries[0]
  if (summary === undefined || summary === entry.summary) return [entry.summary, content]
  return content === undefined ? [summary, entry.summary] : [entry.summary ?? summary, content]
}
