import { shownLink } from '../../../../support/text/shown-link.ts'
import { type Html, html } from '../../render/html.ts'

/**
 * The part of Discord's markdown that Dateline writes: headings, small print, quotes, lists, emphasis, code, links, times,
 * and the backslash that takes a sign's meaning away. https://docs.discord.com/developers/reference#message-formatting
 */
export function discordMarkdownHtml(content: string): Html {
  return html`${grouped(content.split('\n').map(readLine))}`
}

type Line = {
  readonly kind: 'h2' | 'h3' | 'small' | 'quote' | 'bullet' | 'number' | 'plain'
  readonly text: string
  readonly number?: number
}

const starts: readonly (readonly [RegExp, Line['kind']])[] = [
  [/^### /, 'h3'],
  [/^## /, 'h2'],
  [/^-# /, 'small'],
  [/^> /, 'quote'],
  [/^- /, 'bullet'],
]

function readLine(text: string): Line {
  const [, number] = /^(\d+)\. /.exec(text) ?? []
  if (number !== undefined)
    return { kind: 'number', text: text.slice(number.length + 2), number: Number(number) }
  const found = starts.find(([start]) => start.test(text))
  return found ? { kind: found[1], text: text.replace(found[0], '') } : { kind: 'plain', text }
}

/** Lines of one kind that follow each other are one quote or one list. */
function grouped(lines: readonly Line[]): readonly Html[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.[0]?.kind === line.kind && line.kind !== 'h2' && line.kind !== 'h3') last.push(line)
    else groups.push([line])
  }
  return groups.map(groupHtml)
}

function groupHtml(lines: readonly Line[]): Html {
  const [first] = lines
  const broken = lines.map(({ text }, at) => html`${at > 0 && html`<br>`}${inlineHtml(text)}`)
  const items = lines.map(({ text }) => html`<li>${inlineHtml(text)}</li>`)
  switch (first?.kind) {
    case 'h2':
    case 'h3':
      return html`<h2 class="${first.kind}">${broken}</h2>`
    case 'small':
      return html`<p class="discord-small">${broken}</p>`
    case 'quote':
      return html`<blockquote>${broken}</blockquote>`
    case 'bullet':
      return html`<ul>${items}</ul>`
    case 'number':
      return html`<ol start="${first.number ?? 1}">${items}</ol>`
    default:
      return html`<p>${broken}</p>`
  }
}

const signs =
  /\\(?<escaped>[\s\S])|\*\*(?<strong>(?:\\[\s\S]|[^\\])+?)\*\*|\*(?<soft>(?:\\[\s\S]|[^\\*])+?)\*|`(?<code>[^`]+)`|\[(?<label>(?:\\[\s\S]|[^\\\]])*)\]\(<?(?<url>[^)>]*)>?\)|<t:(?<time>\d+):\w>/g

function inlineHtml(text: string): Html {
  const parts: Html[] = []
  let at = 0
  for (const match of text.matchAll(signs)) {
    parts.push(html`${text.slice(at, match.index)}`, signHtml(match.groups ?? {}))
    at = match.index + match[0].length
  }
  return html`${parts}${text.slice(at)}`
}

function signHtml(found: Readonly<Record<string, string | undefined>>): Html {
  const { escaped, strong, soft, code, label, url, time } = found
  if (escaped !== undefined) return html`${escaped}`
  if (strong !== undefined) return html`<strong>${inlineHtml(strong)}</strong>`
  if (soft !== undefined) return html`<em>${inlineHtml(soft)}</em>`
  if (code !== undefined) return html`<code>${code}</code>`
  if (time !== undefined) return timeOf(new Date(Number(time) * 1000))
  const link = shownLink(url)
  return link
    ? html`<a href="${link.url}" rel="noreferrer noopener" target="_blank">${inlineHtml(label ?? '')}</a>`
    : inlineHtml(label ?? '')
}

function timeOf(at: Date): Html {
  return html`<time datetime="${at.toISOString()}" data-local>${at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time>`
}
