import type { RenderedMessage } from '../../src/domain/platform.ts'
import { escapeHtml } from '../../src/platforms/console/render/escape-html.ts'

type Node = {
  readonly type: string
  readonly text?: string | { readonly text: string }
  readonly style?: { readonly bold?: boolean } | string
  readonly elements?: readonly Node[]
}

/** A message of ours as Slack lays its blocks out; for pictures. */
export function slackHtml({ payload }: RenderedMessage): string {
  const blocks = (payload as { blocks: readonly Node[] }).blocks
  return `<div class="who"><i></i><b>Dateline</b><em>APP</em><time>8:00 AM</time></div>${blocks.map(blockHtml).join('')}`
}

function blockHtml(block: Node): string {
  switch (block.type) {
    case 'header':
      return `<h3>${wordsOf(block)}</h3>`
    case 'context':
      return `<p class="quiet">${(block.elements ?? []).map(wordsOf).join(' ')}</p>`
    case 'actions':
      return `<p class="buttons">${(block.elements ?? []).map(buttonHtml).join('')}</p>`
    case 'divider':
      return '<hr>'
    default:
      return (block.elements ?? []).map(richHtml).join('')
  }
}

function richHtml(node: Node): string {
  const inside = (node.elements ?? []).map(richHtml).join('')
  switch (node.type) {
    case 'rich_text_list': {
      const name = node.style === 'ordered' ? 'ol' : 'ul'
      const items = (node.elements ?? []).map((item) => `<li>${richHtml(item)}</li>`)
      return `<${name}>${items.join('')}</${name}>`
    }
    case 'rich_text_quote':
      return `<blockquote>${inside}</blockquote>`
    case 'rich_text_section':
      return `<div>${inside}</div>`
    case 'link':
      return `<a>${wordsOf(node)}</a>`
    default: {
      const isBold = typeof node.style === 'object' && node.style.bold === true
      return isBold ? `<b>${wordsOf(node)}</b>` : wordsOf(node)
    }
  }
}

function buttonHtml(node: Node): string {
  return `<button>${node.type === 'overflow' ? '⋯' : wordsOf(node)}</button>`
}

function wordsOf({ text }: Node): string {
  return escapeHtml(typeof text === 'string' ? text : (text?.text ?? ''))
}
