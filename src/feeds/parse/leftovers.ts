import { Parser } from 'htmlparser2'

/** What the feed parser passes over in one item. */
export type Leftovers = {
  /** Whole articles in elements that no feed format names. */
  readonly bodies: readonly string[]
  readonly summaries: readonly string[]
  readonly authors: readonly string[]
  readonly categories: readonly string[]
  readonly captions: readonly string[]
  readonly images: readonly string[]
  /** Where the link and the enclosures led before a feed service redirected them. */
  readonly originalLinks: readonly string[]
  readonly originalEnclosures: readonly string[]
}

type Field = keyof Leftovers

/** Elements by name as they are written, prefix and all; the namespaces behind them are too often misspelt. */
const fields: Readonly<Record<string, Field>> = {
  body: 'bodies',
  'xhtml:body': 'bodies',
  fullitem: 'bodies',
  summary: 'summaries',
  'dc:author': 'authors',
  tags: 'categories',
  'media:keywords': 'categories',
  'media:description': 'captions',
  'itunes:category': 'categories',
  'itunes:link': 'images',
  'feedburner:origlink': 'originalLinks',
  'feedburner:origenclosurelink': 'originalEnclosures',
}

const anyField = new RegExp(`<(?:${Object.keys(fields).join('|')})[\\s>]`, 'i')
const lists = new Set(['tags', 'media:keywords'])
const formats = /^(?:rss|rdf:rdf)$/

/** One entry for each item of an RSS document, in order; empty when there is nothing to find. */
export function readLeftovers(text: string): readonly Leftovers[] {
  if (!anyField.test(text)) return []
  const reader = new LeftoverReader()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name.toLowerCase(), attributes),
      onclosetag: (name) => reader.close(name.toLowerCase()),
      ontext: (words) => reader.text(words),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return reader.items
}

class LeftoverReader {
  readonly items: Record<Field, string[]>[] = []
  readonly #path: string[] = []
  #item: Record<Field, string[]> | undefined
  #field: string | undefined
  #text = ''

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#path.length === 0 && !formats.test(name)) return
    this.#path.push(name)
    if (name === 'item' && !this.#item) this.#begin()
    else if (this.#field) this.#text += `<${name}>`
    else if (this.#item && fields[name] && this.#inItem()) this.#beginField(name, attributes)
  }

  text(words: string): void {
    if (this.#field) this.#text += words
  }

  close(name: string): void {
    if (this.#path.at(-1) === name) this.#path.pop()
    if (name === 'item') this.#item = undefined
    if (name === this.#field) this.#endField(name)
    else if (this.#field) this.#text += `</${name}>`
  }

  #begin(): void {
    this.#item = {
      bodies: [],
      summaries: [],
      authors: [],
      categories: [],
      captions: [],
      images: [],
      originalLinks: [],
      originalEnclosures: [],
    }
    this.items.push(this.#item)
  }

  /** Directly in the item, or in the groups of Media RSS. */
  #inItem(): boolean {
    const parent = this.#path.at(-2) ?? ''
    return parent === 'item' || parent.startsWith('media:') || parent.startsWith('itunes:')
  }

  #beginField(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#field = name
    const isImage = name === 'itunes:link' && attributes.rel === 'image'
    this.#text = attributes.text ?? (isImage ? (attributes.href ?? '') : '')
  }

  #endField(name: string): void {
    const field = fields[name]
    const found = lists.has(name) ? this.#text.split(',') : [this.#text]
    if (field) this.#item?.[field].push(...found.map((one) => one.trim()).filter(Boolean))
    this.#field = undefined
    this.#text = ''
  }
}
