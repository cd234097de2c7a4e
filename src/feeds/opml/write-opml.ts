import { escapeUTF8 } from 'entities'
import { cleanLine } from '../../support/text/clean.ts'

export type ExportedFeed = {
  readonly name: string
  readonly url: string
  readonly categories: readonly string[]
  readonly language?: string | undefined
}

/** OPML 2.0: each feed in the folder of its first category; all of them stand in its `category` too. */
export function writeOpml(feeds: readonly ExportedFeed[], title = 'Dateline'): string {
  const folders = Map.groupBy(feeds, ({ categories: [first] }) => first ?? '')
  const lines = [...folders].flatMap(([folder, inside]) =>
    folder === ''
      ? inside.map((feed) => `    ${outline(feed)}`)
      : [
          `    <outline${attribute('text', folder)}>`,
          ...inside.map((feed) => `      ${outline(feed)}`),
          '    </outline>',
        ],
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

function outline({ name, url, categories, language }: ExportedFeed): string {
  // A comma parts categories and a slash their levels, so that neither can stand in a name.
  const category = categories.map((each) => `/${each.replace(/[,/]/g, ' ')}`).join(',')
  const attributes = [
    attribute('type', 'rss'),
    attribute('text', name),
    attribute('title', name),
    attribute('xmlUrl', url),
    attribute('category', category),
    attribute('language', language ?? ''),
  ]
  return `<outline${attributes.join('')}/>`
}

function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${escaped(value)}"`
}

function escaped(text: string): string {
  return escapeUTF8(cleanLine(text))
}
