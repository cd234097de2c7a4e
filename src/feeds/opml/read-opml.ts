import { Parser } from 'htmlparser2'
import { cleanLine } from '../../support/text/clean.ts'
import { truncateGraphemes } from '../../support/text/truncate.ts'
import { addressKey } from '../address.ts'
import { readProlog } from '../parse/prolog.ts'

export type OpmlFeed = {
  readonly url: string
  readonly title: string
  readonly categories: readonly string[]
}

/** Every outline that stands for a feed is in one of the lists, so that nothing is left out unsaid. */
export type OpmlReading =
  | {
      readonly kind: 'read'
      readonly feeds: readonly OpmlFeed[]
      readonly refused: readonly { readonly title: string; readonly why: string }[]
    }
  | { readonly kind: 'failed'; readonly why: string }

/** S20. */
const maxLength = 1_000_000
const mostOutlines = 1000
const deepest = 10
const longestTitle = 80

type Outline = {
  readonly title: string
  readonly url: string | undefined
  readonly categories: readonly string[]
  readonly depth: number
}

/**
 * The feeds of an OPML 1 or 2 file. `refusal` says of an address why it would never be fetched; undefined for one that
 * may be. Pure: nothing is fetched.
 */
export function readOpml(
  text: string,
  refusal: (url: string) => string | undefined = () => undefined,
): OpmlReading {
  if (text.length > maxLength) return failed('The file is larger than 1 MB.')
  const prolog = readProlog(text)
  if (prolog.kind === 'refused' && prolog.why === 'dtd') {
    return failed('The file declares a document type of its own (DTD), which is not read.')
  }
  if (prolog.kind !== 'markup') return failed('The file is no OPML.')
  const found = outlinesOf(prolog.text)
  if (found === 'too many') {
    return failed(`The file has more than ${mostOutlines} outlines; nothing was taken from it.`)
  }
  return found === undefined ? failed('The file is no OPML.') : sort(found, refusal)
}

const failed = (why: string): OpmlReading => ({ kind: 'failed', why })

class TooManyError extends Error {}

/** Undefined when there is no OPML; the parser is stopped as soon as there is too much of it. */
function outlinesOf(text: string): readonly Outline[] | 'too many' | undefined {
  const outlines: Outline[] = []
  const folders: (readonly string[])[] = []
  let isOpml = false
  let elements = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++elements > mostOutlines * 3 || outlines.length >= mostOutlines)
          throw new TooManyError()
        if (name === 'opml') isOpml = true
        if (name !== 'outline') return
        const outline = toOutline(attributes, folders.flat(), folders.length + 1)
        outlines.push(outline)
        folders.push(outline.url === undefined && outline.title ? [outline.title] : [])
      },
      onclosetag(name) {
        if (name === 'outline') folders.pop()
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  )
  try {
    parser.end(text)
  } catch (error) {
    if (error instanceof TooManyError) return 'too many'
    throw error
  }
  return isOpml ? outlines : undefined
}

/** OPML 1 files name the address in `xmlUrl`, older ones in `url` of a type that is a feed. */
function toOutline(
  { text, title, type, xmlurl, url, category }: Readonly<Record<string, string | undefined>>,
  folders: readonly string[],
  depth: number,
): Outline {
  const isFeed = /^(?:rss|atom|feed|pie)\d*$/i.test(type ?? '')
  const address = xmlurl ?? (isFeed ? (url ?? '') : undefined)
  return {
    title: truncateGraphemes(cleanLine(text || title || ''), longestTitle),
    url: address
      ?.trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:\/\//i, 'https://'),
    categories: [...new Set([...folders, ...categoriesIn(category)])],
    depth,
  }
}

/** `/Boston/Weather,/Food`: the last part of each path names it (OPML 2.0, "category"). */
function categoriesIn(written: string | undefined): readonly string[] {
  const paths = (written ?? '').split(',')
  return paths
    .map((path) => truncateGraphemes(cleanLine(path.split('/').at(-1) ?? ''), longestTitle))
    .filter((name) => name !== '')
}

function sort(
  outlines: readonly Outline[],
  refusal: (url: string) => string | undefined,
): OpmlReading {
  const feeds = new Map<string, OpmlFeed>()
  const refused: { title: string; why: string }[] = []
  for (const { title, url, categories, depth } of outlines) {
    if (url === undefined) continue
    const why =
      url === ''
        ? 'It gives no address.'
        : depth > deepest
          ? `It stands more than ${deepest} levels deep.`
          : (refusal(url) ??
            (feeds.has(addressKey(url)) ? 'It stands twice in the file.' : undefined))
    const name = title || (URL.parse(url)?.hostname ?? url.slice(0, longestTitle))
    if (why === undefined) feeds.set(addressKey(url), { url, title: name, categories })
    else refused.push({ title: name, why })
  }
  return { kind: 'read', feeds: [...feeds.values()], refused }
}
