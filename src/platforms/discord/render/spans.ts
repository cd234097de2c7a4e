import type { ChannelRef } from '../../../domain/channel.ts'
import type { Span } from '../../../domain/document.ts'
import { cleanLine } from '../../../support/text/clean.ts'
import { shownLink } from '../../../support/text/shown-link.ts'
import { truncateGraphemes } from '../../../support/text/truncate.ts'
import { escapeWithin, markdownLink } from './markdown.ts'

const longestText = 1500

/** A line of spans within `maxUnits`; what no longer fits is left out, a link before its words. */
export function spansToMarkdown(spans: readonly Span[], maxUnits: number): string {
  let line = ''
  for (const span of spans) line += spanToMarkdown(span, maxUnits - line.length, line === '')
  return line.trim()
}

function spanToMarkdown(span: Span, room: number, isFirst: boolean): string {
  switch (span.kind) {
    case 'text':
      return worded(span, room, isFirst)
    case 'code':
      return code(span.text, room)
    case 'link':
      return linked(span.text, span.url, room)
    case 'channel':
      return within(place(span.channel), room)
    case 'time':
      return within(timestamp(span), room)
  }
}

function worded(span: Extract<Span, { kind: 'text' }>, room: number, isFirst: boolean): string {
  const sign = span.strong ? '**' : span.quiet ? '*' : ''
  const edges = edgeSpaces(span.text, isFirst)
  const free = room - 2 * sign.length - edges.before.length - edges.after.length
  const words = escapeWithin(span.text, longestText, Math.max(0, free))
  return words === ''
    ? within(edges.before, room)
    : edges.before + sign + words + sign + edges.after
}

/** Spans join into one line, so that a space at an edge of one is the space between two words. */
function edgeSpaces(words: string, isFirst: boolean): { before: string; after: string } {
  return { before: !isFirst && /^\s/.test(words) ? ' ' : '', after: /\s$/.test(words) ? ' ' : '' }
}

function code(words: string, room: number): string {
  const line = cleanLine(words).replaceAll('`', 'ˋ')
  const cut = truncateGraphemes(line, longestText, Math.max(0, room - 2))
  return cut === '' ? '' : `\`${cut}\``
}

function linked(words: string, address: string, room: number): string {
  const link = shownLink(address)
  const label = escapeWithin(words, 150, Math.min(300, Math.max(0, room)))
  if (!link) return label
  const whole = markdownLink(label, link)
  return whole.length <= room ? whole : label
}

/** The channel's name as a way there. */
function place({ platform, id }: ChannelRef): string {
  return platform === 'discord' && /^\d+$/.test(id) ? `<#${id}>` : escapeWithin(id, 100, 200)
}

const timeStyles = { date: 'D', time: 't', 'date-time': 'f' } as const

/** Every reader sees a time in their own zone and language. */
function timestamp(span: Extract<Span, { kind: 'time' }>): string {
  const seconds = Math.floor(span.at.getTime() / 1000)
  if (!Number.isFinite(seconds)) return escapeWithin(span.fallback, 100, 200)
  return `<t:${seconds}:${timeStyles[span.style]}>`
}

function within(words: string, room: number): string {
  return words.length <= room ? words : ''
}
