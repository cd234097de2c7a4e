import type { Action, Block, Document, Span } from '../../../domain/document.ts'
import { assertNever } from '../../../domain/errors.ts'
import { cleanLine } from '../../../support/text/clean.ts'
import { shownLink } from '../../../support/text/shown-link.ts'
import { escapeHtml } from './escape-html.ts'

/** Where each quote of a document is shown in its passage; `at` counts the document's quotes from 0. */
export type QuoteAddress = (at: number) => string

/**
 * The document as an HTML fragment, for the console's page: every foreign word escaped, links only to the web. Buttons
 * belong to the page's form `press` and carry the id of their action; those never recorded are left out.
 */
export function renderHtml(document: Document, quoteAddress?: QuoteAddress): string {
  let quotes = 0
  const blocks = document.blocks.map((block) =>
    block.kind === 'quote' ? quote(block, quoteAddress?.(quotes++)) : blockHtml(block),
  )
  return `<article class="document">${blocks.join('')}</article>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${text(block.text)}${block.aside ? ` <small>${text(block.aside)}</small>` : ''}</h2>`
    case 'paragraph':
      return `<p>${spansHtml(block.spans)}</p>`
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul'
      return `<${name}>${block.items.map((item) => `<li>${spansHtml(item)}</li>`).join('')}</${name}>`
    }
    case 'headlines':
      return `<ol class="headlines">${block.items.map(headline).join('')}</ol>`
    case 'quote':
      return quote(block)
    case 'sources':
      return `<p class="sources">${block.items.map(source).join(' · ')}</p>`
    case 'fields':
      return `<dl>${block.items.map(({ name, value }) => `<dt>${text(name)}</dt><dd>${spansHtml(value)}</dd>`).join('')}</dl>`
    case 'notice':
      return `<p class="notice ${block.tone}">${text(block.text)}</p>`
    case 'footer':
      return `<p class="footer">${text(block.text)}</p>`
    case 'actions':
      return actions(block.actions)
    case 'divider':
      return '<hr>'
    default:
      return assertNever(block)
  }
}

function headline({ text: words, aside }: { readonly text: string; readonly aside: string }) {
  return `<li><span>${text(words)}</span> <small>${text(aside)}</small></li>`
}

function quote(block: Extract<Block, { kind: 'quote' }>, passage?: string): string {
  const { speaker, source: from, url, open, translation } = block
  const parts = [
    `<strong>${text(speaker)}</strong>`,
    ...(from === '' ? [] : [text(from)]),
    ...(url === undefined ? [] : [linked(`${open ?? from} ↗`, url)]),
  ]
  const also = translation === undefined ? '' : `<p class="translation">${text(translation)}</p>`
  const words = `“${text(block.text)}”`
  const said = passage === undefined ? words : `<a href="${escapeHtml(passage)}">${words}</a>`
  return `<figure><blockquote><p>${said}</p>${also}</blockquote><figcaption>${parts.join(' · ')}</figcaption></figure>`
}

function source({ name, url, note }: Extract<Block, { kind: 'sources' }>['items'][number]): string {
  return `${linked(name, url)}${note === undefined ? '' : ` (${text(note)})`}`
}

function actions(all: readonly Action[]): string {
  const recorded = all.filter(({ id }) => id !== undefined)
  if (recorded.length === 0) return ''
  const buttons = recorded.filter(({ overflow }) => !overflow).map(button)
  const hidden = recorded.filter(({ overflow }) => overflow).map(button)
  const menu =
    hidden.length === 0
      ? ''
      : `<details class="more"><summary class="button">More</summary><span>${hidden.join('')}</span></details>`
  return `<div class="actions">${buttons.join('')}${menu}</div>`
}

function button({ id, label, style }: Action): string {
  const kind = style === undefined ? '' : ` class="${style}"`
  return `<button${kind} form="press" name="action" value="${text(id ?? '')}">${text(label)}</button>`
}

function spansHtml(spans: readonly Span[]): string {
  return spans.map(spanHtml).join('')
}

function spanHtml(span: Span): string {
  switch (span.kind) {
    case 'text':
      if (span.strong) return `<strong>${escapeHtml(span.text)}</strong>`
      return span.quiet ? `<small>${escapeHtml(span.text)}</small>` : escapeHtml(span.text)
    case 'code':
      return `<code>${escapeHtml(span.text)}</code>`
    case 'link':
      return linked(span.text, span.url)
    case 'channel':
      return text(span.channel.id)
    case 'time':
      return `<time datetime="${new Date(span.at).toISOString()}">${escapeHtml(span.fallback)}</time>`
    default:
      return assertNever(span)
  }
}

function linked(words: string, address: string | undefined): string {
  const link = shownLink(address)
  if (!link) return text(words)
  const { url, site } = link
  return `<a href="${escapeHtml(url)}" title="${escapeHtml(site)}" rel="noreferrer noopener" target="_blank">${text(words)}</a>`
}

const text = (words: string) => escapeHtml(cleanLine(words))
