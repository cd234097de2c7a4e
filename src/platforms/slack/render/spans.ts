import type { types } from '@slack/bolt'
import type { ChannelRef } from '../../../domain/channel.ts'
import type { Span } from '../../../domain/document.ts'
import { assertNever } from '../../../domain/errors.ts'
import { shownLink } from '../../../support/text/shown-link.ts'
import { escapedText } from './escape.ts'

type Time = Extract<Span, { kind: 'time' }>

const timeFormats: Readonly<Record<Time['style'], string>> = {
  date: '{date_short}',
  time: '{time}',
  'date-time': '{date_short} {time}',
}

const longestTimeFallback = 100

/**
 * Spans as elements of rich text, with at most `maxUnits` characters of words together. Rich text is structure, not
 * markup: nothing in foreign words can ping, link or format.
 */
export function richText(spans: readonly Span[], maxUnits: number): types.RichTextElement[] {
  let left = maxUnits
  return spans.flatMap((span) => {
    const elements = left > 0 ? toElements(span, left) : []
    left -= unitsOf(elements)
    return elements
  })
}

function toElements(span: Span, maxUnits: number): types.RichTextElement[] {
  switch (span.kind) {
    case 'text':
      return words(span.text, maxUnits, styleOf(span))
    case 'code':
      return words(span.text, maxUnits, { code: true })
    case 'link':
      return linked(span.text, span.url, maxUnits)
    case 'channel':
      return [place(span.channel)]
    case 'time':
      return [time(span)]
    default:
      return assertNever(span)
  }
}

function styleOf(span: Extract<Span, { kind: 'text' }>): types.RichTextText['style'] {
  if (span.strong) return { bold: true }
  return span.quiet ? { italic: true } : undefined
}

/** A text element must not be empty. */
function words(
  text: string,
  maxUnits: number,
  style: types.RichTextText['style'],
): types.RichTextElement[] {
  const escaped = escapedText(text, maxUnits)
  return escaped === '' ? [] : [{ type: 'text', text: escaped, ...(style ? { style } : {}) }]
}

/** The words as a link with its site beside it; the bare words when the address must not be printed. */
function linked(text: string, address: string, maxUnits: number): types.RichTextElement[] {
  const safe = shownLink(address)
  if (!safe) return words(text, maxUnits, undefined)
  const label = escapedText(text, maxUnits) || safe.site
  const link: types.RichTextElement = { type: 'link', url: safe.url, text: label }
  return label === safe.site ? [link] : [link, { type: 'text', text: ` (${safe.site})` }]
}

/** A person's own conversation has no name that could be shown. */
function place({ platform, id }: ChannelRef): types.RichTextElement {
  return platform === 'slack' && /^[CG][A-Z0-9]+$/.test(id)
    ? { type: 'channel', channel_id: id }
    : { type: 'text', text: escapedText(id, 100) || '–' }
}

function time({ at, style, fallback }: Time): types.RichTextElement {
  const timestamp = Math.floor(at.getTime() / 1000)
  const words = escapedText(fallback, longestTimeFallback)
  return {
    type: 'date',
    timestamp,
    format: timeFormats[style],
    fallback: words || at.toISOString(),
  }
}

function unitsOf(elements: readonly types.RichTextElement[]): number {
  return elements.reduce(
    (sum, element) => sum + ('text' in element ? (element.text?.length ?? 0) : 20),
    0,
  )
}
