import type { RenderedMessage } from '../../src/domain/platform.ts'
import { escapeHtml } from '../../src/platforms/console/render/escape-html.ts'

type Node = {
  readonly type: number
  readonly content?: string
  readonly label?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly accessory?: Node
  readonly components?: readonly Node[]
}

/** A message of ours as Discord lays its components out; for pictures. */
export function discordHtml({ payload }: RenderedMessage): string {
  const body = 'components' in payload ? payload : (payload as { body: unknown }).body
  const components = (body as { components: readonly Node[] }).components
  return `<div class="who"><i></i><b>Dateline</b><em>APP</em><time>Today at 08:00</time></div>${components.map(html).join('')}`
}

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
function html(node: Node): string {
  const inside = (node.components ?? [])
    .filter(({ disabled }) => !disabled)
    .map(html)
    .join('')
  switch (node.type) {
    case 1:
      return `<p class="buttons">${inside}</p>`
    case 2:
      return `<button>${escapeHtml(node.label ?? '')}</button>`
    case 3:
      return `<button class="menu">${escapeHtml(node.placeholder ?? '')}</button>`
    case 9:
      return `<div class="section"><div>${inside}</div>${node.accessory ? html(node.accessory) : ''}</div>`
    case 10:
      return markdownHtml(node.content ?? '')
    case 14:
      return '<hr>'
    default:
      return `<div class="container">${inside}</div>`
  }
}

/** As much of Discord's markdown as our own renderer writes. */
function markdownHtml(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => lineHtml(line))
    .join('')
    .replaceAll('</blockquote><blockquote>', '<br>')
}

const lines: readonly (readonly [RegExp, string])[] = [
  [/^#+ (.*)$/, 'h3'],
  [/^-# (.*)$/, 'small'],
  [/^(?:-|\d+\.) (.*)$/, 'li'],
  [/^> (.*)$/, 'blockquote'],
]

function lineHtml(line: string): string {
  for (const [shape, tag] of lines) {
    const text = shape.exec(line)?.[1]
    if (text === undefined) continue
    const number = /^(\d+\.|-) /.exec(line)?.[1]?.replace('-', '•')
    return `<${tag}>${number ? `<b>${number}</b> ` : ''}${spansHtml(text)}</${tag}>`
  }
  return `<div>${spansHtml(line)}</div>`
}

function spansHtml(text: string): string {
  return escapeHtml(text)
    .replace(/\[([^\]]+)\]\((?:&lt;)?[^)]*?(?:&gt;)?\)/g, '<a>$1</a>')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/\\(?=[^\w\s])/g, '')
}
