import { decodeHTML } from 'entities'
import { cleanLine } from '../../support/text/clean.ts'

const inlineTags =
  'a abbr acronym b bdi bdo big blink br center cite code del dfn div em font h1 h2 h3 h4 h5 h6 i img ins kbd li mark nobr ol p q ruby rb rp rt s samp script small span strike strong style sub sup time tt u ul var wbr'

const knownTag = new RegExp(
  `</?(?:${inlineTags.replaceAll(' ', '|')})(?:\\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->`,
  'gi',
)

/**
 * A title as one plain line. Tags that people put into titles go, everything else that merely looks like markup
 * (`<!channel>`, `1 < 2`) is what the publisher wrote and stays. Entities are decoded once.
 */
export function titleText(html: string | undefined): string | undefined {
  if (html === undefined) return undefined
  const bare = html.includes('<') ? html.replace(knownTag, '') : html
  return plainTitle(decodeHTML(bare)) ?? plainTitle(html)
}

/** A title that is not markup, on one clean line; undefined when nothing can be seen in it. */
export function plainTitle(text: string | undefined): string | undefined {
  return cleanLine(text ?? '') || undefined
}
