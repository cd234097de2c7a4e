import type { RenderedMessage } from '../../../../domain/platform.ts'
import { shownLink } from '../../../../support/text/shown-link.ts'
import { type Html, html } from '../../render/html.ts'
import { pressHtml } from '../press.ts'
import type { ActionElement, RichTextElement, RichTextPart, SlackBlock } from './blocks.ts'

/** A message as Slack shows it, drawn from the very blocks that Slack is given. */
export function slackMessageHtml(
  { payload, place }: RenderedMessage,
  below: Html | undefined,
): Html {
  const { blocks } = payload as { readonly blocks: readonly SlackBlock[] }
  return html`<article class="slack-message in-${place}">
<p class="slack-who"><strong>Dateline</strong> <span class="slack-app">APP</span></p>
<div class="slack-blocks">${blocks.map(blockHtml)}</div>${below}</article>`
}

function blockHtml(block: SlackBlock): Html {
  switch (block.type) {
    case 'header':
      return html`<h2>${unescaped(block.text.text)}</h2>`
    case 'context':
      return html`<p class="slack-context">${block.elements.map(({ text }) => html`<span>${unescaped(text)}</span>`)}</p>`
    case 'section':
      return html`<p>${unescaped(block.text.text)}</p>`
    case 'divider':
      return html`<hr>`
    case 'rich_text':
      return html`<div class="slack-rich">${block.elements.map(partHtml)}</div>`
    case 'actions':
      return html`<div class="slack-actions">${block.elements.map(elementHtml)}</div>`
  }
}

function partHtml(part: RichTextPart): Html {
  switch (part.type) {
    case 'rich_text_section':
      return html`<p>${part.elements.map(wordsHtml)}</p>`
    case 'rich_text_quote':
      return html`<blockquote>${part.elements.map(wordsHtml)}</blockquote>`
    case 'rich_text_list': {
      const items = part.elements.map(({ elements }) => html`<li>${elements.map(wordsHtml)}</li>`)
      return part.style === 'ordered' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
  }
}

function wordsHtml(element: RichTextElement): Html {
  switch (element.type) {
    case 'text':
      return styledHtml(element)
    case 'link': {
      const link = shownLink(element.url)
      const words = unescaped(element.text ?? element.url)
      return link
        ? html`<a href="${link.url}" rel="noreferrer noopener" target="_blank">${words}</a>`
        : html`${words}`
    }
    case 'date':
      return html`<time datetime="${new Date(element.timestamp * 1000).toISOString()}" data-local>${unescaped(element.fallback)}</time>`
  }
}

function styledHtml({ text, style }: Extract<RichTextElement, { type: 'text' }>): Html {
  const words = unescaped(text)
  if (style?.code) return html`<code>${words}</code>`
  if (style?.bold) return html`<strong>${words}</strong>`
  return style?.italic ? html`<em>${words}</em>` : html`${words}`
}

function elementHtml(element: ActionElement): Html {
  if (element.type === 'button') {
    const { value, text, style } = element
    return pressHtml(value, unescaped(text.text), style)
  }
  const items = element.options.map(({ text, value }) => pressHtml(value, unescaped(text.text)))
  return html`<details class="more"><summary aria-label="More actions">⋯</summary><div>${items}</div></details>`
}

/** Slack's three escapes: https://docs.slack.dev/messaging/formatting-message-text */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
