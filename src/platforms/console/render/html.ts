import { escapeHtml } from './escape-html.ts'

/** HTML that may stand in a page as it is. Only `html` and `trusted` make it. */
export type Html = { readonly markup: string }

/** What may stand in a template: words are escaped, HTML is not, nothing is nothing. */
export type HtmlPart = Html | string | number | undefined | false | readonly HtmlPart[]

/** A template in which every foreign word is escaped: html`<p>${words}</p>`. */
export function html(texts: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const markup = texts.reduce((sum, text, at) => sum + text + markupOf(parts[at]), '')
  return { markup }
}

/** Takes a text for HTML: for what another rendering has escaped already. */
export function trusted(markup: string): Html {
  return { markup }
}

function markupOf(part: HtmlPart): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(markupOf).join('')
}
