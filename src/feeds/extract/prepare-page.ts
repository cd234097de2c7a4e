import { decodeHTML } from 'entities'

/** Deeper nesting than this is not layout; the tags go, their text stays. */
const maxDepth = 120
const maxTags = 60_000
const maxTextLength = 2_000_000
const maxAttributesLength = 4000
const maxScriptLength = 1_000_000

/** A page before any DOM is built: its body without scripts, and what its head says. */
export type PreparedPage = {
  /** A whole document with `html`, `head` and `body`, bounded in depth, tags and text. */
  readonly html: string
  /** Contents of `meta` by lower-case name, property or itemprop; the first of each. */
  readonly meta: ReadonlyMap<string, string>
  readonly links: readonly {
    readonly rel: string
    readonly href: string
    readonly hreflang: string
    readonly type: string
    readonly title: string
  }[]
  /** What relative addresses of the page start from (`base`), as written. */
  readonly base: string | undefined
  readonly title: string | undefined
  readonly language: string | undefined
  /** The texts of JSON-LD scripts. */
  readonly jsonLd: readonly string[]
  /** The texts of other scripts that hold JSON. */
  readonly json: readonly string[]
}

const list = (words: string) => new Set(words.split(' '))

/** Elements whose content is not text of the page. */
const contentless = new Set(
  'script style noscript template svg math iframe object embed applet canvas audio video select textarea title head-gone'.split(
    ' ',
  ),
)
const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont frame keygen'.split(
    ' ',
  ),
)
const frame = new Set(['html', 'head', 'body', 'frameset'])
/** Elements around which white space is not seen. */
const spacious = list(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section table tbody td tfoot th thead tr ul',
)
/** A second one of these ends the first. */
const endsItself = new Set('p li dt dd tr td th option'.split(' '))

/** What finding the article and reading its facts looks at; `src` and `alt` are for telling pictures from spacers. */
const tellingNames = list(
  'class id href rel role itemprop itemtype property content datetime pubdate style hidden aria-hidden aria-modal dir lang src alt title colspan rowspan',
)

const tagAt = /<(\/?)([a-zA-Z][\w:-]*)/y
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/**
 * One linear pass over the page's source: scripts, styles, comments and embeds go, the head is read, depth, number of
 * tags and length of text are capped, and the frame of the document is rebuilt, so that no DOM meets a page that can
 * hang it.
 */
export function preparePage(source: string): PreparedPage {
  const page = new PageScan(source)
  return page.scan()
}

class PageScan {
  readonly #source: string
  readonly #body: string[] = []
  readonly #meta = new Map<string, string>()
  readonly #links: PreparedPage['links'][number][] = []
  readonly #jsonLd: string[] = []
  readonly #json: string[] = []
  readonly #open: { readonly name: string; readonly kept: boolean }[] = []
  #base: string | undefined
  #title: string | undefined
  #language: string | undefined
  #tags = 0
  #textLength = 0
  #isAfterBlock = true

  constructor(source: string) {
    this.#source = source
  }

  scan(): PreparedPage {
    const source = this.#source
    let at = 0
    while (at < source.length && this.#textLength < maxTextLength) {
      const open = source.indexOf('<', at)
      this.#text(source.slice(at, open < 0 ? source.length : open))
      if (open < 0) break
      at = this.#markup(open)
    }
    const title = this.#title ? `<title>${escapeTags(this.#title)}</title>` : ''
    return {
      html: `<!DOCTYPE html><html><head>${title}</head><body>${this.#body.join('')}</body></html>`,
      meta: this.#meta,
      links: this.#links,
      base: this.#base,
      title: this.#title,
      language: this.#language,
      jsonLd: this.#jsonLd,
      json: this.#json,
    }
  }

  #text(text: string) {
    if (!text) return
    this.#textLength += text.length
    // White space behind a block says nothing, and would be every second node of the tree.
    if (this.#isAfterBlock && !/\S/.test(text)) return
    this.#isAfterBlock = false
    this.#body.push(text)
  }

  #tag(name: string, text: string) {
    this.#isAfterBlock = spacious.has(name)
    this.#body.push(text)
  }

  /** Reads what begins with `<` at `open`; gives where to go on. */
  #markup(open: number): number {
    const source = this.#source
    if (source.startsWith('<!--', open)) return endOf(source, '-->', open + 4)
    tagAt.lastIndex = open
    const found = tagAt.exec(source)
    if (!found) {
      const next = source[open + 1]
      if (next === '!' || next === '?' || next === '/') return endOf(source, '>', open)
      this.#text('&lt;')
      return open + 1
    }
    const name = (found[2] ?? '').toLowerCase()
    const end = endOfTag(source, tagAt.lastIndex)
    const attributes = source.slice(tagAt.lastIndex, end - 1)
    if (found[1]) this.#close(name)
    else return this.#element(name, attributes, end)
    return end
  }

  #element(name: string, attributes: string, end: number): number {
    if (name === 'html') this.#language ??= readAttributes(attributes).get('lang') || undefined
    if (name === 'meta') this.#metaTag(readAttributes(attributes))
    if (name === 'link') this.#linkTag(readAttributes(attributes))
    if (name === 'base') this.#base ??= readAttributes(attributes).get('href')?.trim() || undefined
    if (frame.has(name) || name === 'meta' || name === 'link' || name === 'base') return end
    if (contentless.has(name)) return this.#contentless(name, attributes, end)
    this.#openTag(name, attributes)
    return end
  }

  #contentless(name: string, attributes: string, end: number): number {
    if (voids.has(name) || attributes.endsWith('/')) return end
    const close = closing(this.#source, name, end)
    const content = this.#source.slice(end, close.start)
    if (name === 'title')
      this.#title ??= decodeHTML(content).replace(/\s+/g, ' ').trim() || undefined
    if (name === 'script' && content.length <= maxScriptLength) this.#script(attributes, content)
    return close.end
  }

  #script(attributes: string, content: string) {
    if (/ld\+json/i.test(attributes)) this.#jsonLd.push(content)
    else if (/application\/json|__NEXT_DATA__/i.test(attributes)) this.#json.push(content)
  }

  #metaTag(attributes: ReadonlyMap<string, string>) {
    const content = attributes.get('content')?.trim()
    if (!content) return
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attributes.get(key)?.trim().toLowerCase()
      if (name && !this.#meta.has(name)) this.#meta.set(name, content)
    }
  }

  #linkTag(attributes: ReadonlyMap<string, string>) {
    const rel = attributes.get('rel')?.toLowerCase()
    const href = attributes.get('href')?.trim()
    if (!rel || !href) return
    const read = (name: string) => attributes.get(name)?.trim() ?? ''
    this.#links.push({
      rel,
      href,
      hreflang: read('hreflang'),
      type: read('type'),
      title: read('title'),
    })
  }

  #openTag(name: string, attributes: string) {
    if (voids.has(name)) {
      if (++this.#tags <= maxTags) this.#tag(name, `<${name}${telling(attributes)}>`)
      return
    }
    if (endsItself.has(name) && this.#open.at(-1)?.name === name) this.#close(name)
    const depth = this.#open.length
    const kept = depth < maxDepth && ++this.#tags <= maxTags
    if (depth < maxDepth * 50) this.#open.push({ name, kept })
    if (kept) this.#tag(name, `<${name}${telling(attributes)}>`)
  }

  /** Ends the nearest open element of that name; one that is not among the last few is a stray and is dropped. */
  #close(name: string) {
    const from = this.#open.length - 1
    for (let at = from; at >= 0 && at > from - 40; at--) {
      if (this.#open[at]?.name !== name) continue
      for (const element of this.#open.splice(at).reverse()) {
        if (element.kept) this.#tag(element.name, `</${element.name}>`)
      }
      return
    }
  }
}

function endOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? source.length : at + mark.length
}

/** Just after the `>` that ends the tag, quoted values passed over; a tag never ended takes the rest. */
function endOfTag(source: string, from: number): number {
  let at = from
  for (;;) {
    const close = source.indexOf('>', at)
    if (close < 0) return source.length + 1
    const quote = unclosedQuote(source, at, close)
    if (!quote) return close + 1
    const end = source.indexOf(quote.mark, close)
    if (end < 0 || end - close > maxAttributesLength) return close + 1
    at = end + 1
  }
}

/** The quote that stands open at `to` when read from `from`. */
function unclosedQuote(source: string, from: number, to: number): { mark: string } | undefined {
  let mark = ''
  for (let at = from; at < to; at++) {
    const sign = source[at] as string
    if (
      mark ? sign === mark : (sign === '"' || sign === "'") && /[=\s]/.test(source[at - 1] ?? '')
    ) {
      mark = mark ? '' : sign
    }
  }
  return mark ? { mark } : undefined
}

/** Where the content of a raw element ends; without an end tag it takes nothing. */
function closing(source: string, name: string, from: number): { start: number; end: number } {
  const pattern = new RegExp(`</${name}(?=[\\s>/])`, 'ig')
  pattern.lastIndex = from
  const found = pattern.exec(source)
  if (!found) return { start: from, end: from }
  return { start: found.index, end: endOf(source, '>', found.index) }
}

function readAttributes(attributes: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of attributes
    .slice(0, maxAttributesLength * 4)
    .matchAll(attribute)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, decodeHTML(double ?? single ?? bare ?? ''))
  }
  return found
}

/** Only the attributes that say what an element is; the rest would be most of the tree's memory. */
function telling(attributes: string): string {
  const hasAny = attributes.includes('=') || attributes.includes('hidden')
  if (!hasAny || attributes.length > maxAttributesLength) return ''
  let kept = ''
  for (const [whole, name = ''] of attributes.matchAll(attribute)) {
    if (tellingNames.has(name.toLowerCase())) kept += ` ${whole}`
  }
  return kept
}

const escapeTags = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
