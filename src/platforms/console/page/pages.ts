import type { ChannelRef } from '../../../domain/channel.ts'
import type { Form, FormField, Reply } from '../../../domain/command.ts'
import type { Document } from '../../../domain/document.ts'
import { escapeHtml } from '../render/escape-html.ts'
import { renderHtml } from '../render/render-html.ts'

/** What stands in a channel, the oldest first, each message with those beneath it. */
export type StandingThread = {
  readonly document: Document
  readonly replies: readonly Document[]
}

export type ChannelView = {
  readonly channels: readonly ChannelRef[]
  readonly channel: ChannelRef
  readonly threads: readonly StandingThread[]
  /** What was typed last and its answer; both undefined on a fresh page. */
  readonly typed: string | undefined
  readonly reply: Reply | undefined
  /** Commands to complete from. */
  readonly commands: readonly string[]
}

/** A channel as its readers see it: the digests as they were posted, the command box beneath them. */
export function channelPage(view: ChannelView): string {
  const { channel, threads } = view
  const stories = threads.map(threadHtml).join('')
  const main = stories === '' ? '<p class="empty">Nothing has been posted here yet.</p>' : stories
  const press = `<form id="press" method="post" action="${address(channel.id)}#answer"></form>`
  const body = `<main>${press}${main}${answer(view)}${box(view)}</main>`
  return page(`${channel.id} · Dateline`, [navigation(view), body])
}

/** A page that says one thing. */
export function wordPage(title: string, words: string): string {
  return page(title, [`<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words)}</p></main>`])
}

function page(title: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/console.css">
</head>
<body>
${parts.join('\n')}
</body>
</html>
`
}

function navigation({ channels, channel }: ChannelView): string {
  const items = channels.map(({ id }) => {
    const current = id === channel.id ? ' aria-current="page"' : ''
    return `<li><a href="${address(id)}"${current}>#${escapeHtml(id)}</a></li>`
  })
  return `<nav aria-label="Channels"><h1>Dateline</h1><ul>${items.join('')}</ul></nav>`
}

function threadHtml({ document, replies }: StandingThread): string {
  return `<section class="thread">${[document, ...replies].map(renderHtml).join('')}</section>`
}

function answer({ typed, reply, channel }: ChannelView): string {
  if (!reply) return ''
  const asked = typed === undefined ? '' : `<p class="asked">${escapeHtml(typed)}</p>`
  const form = reply.form ? formHtml(reply.form, channel) : ''
  return `<section class="answer" id="answer" aria-live="polite">${asked}${renderHtml(reply.document)}${form}</section>`
}

function box({ channel, commands }: ChannelView): string {
  const options = commands.map((name) => `<option value="${escapeHtml(name)}"></option>`).join('')
  return `<form class="box" method="post" action="${address(channel.id)}#answer">
<label for="line">Command</label>
<input id="line" name="line" list="commands" autocomplete="off" placeholder="briefing now, ask …, feeds list" required autofocus>
<datalist id="commands">${options}</datalist>
<button>Send</button>
</form>`
}

function formHtml(form: Form, channel: ChannelRef): string {
  const fields = form.fields.map((field) => fieldHtml(field, form.faults[field.option.name]))
  return `<form class="form" method="post" action="${address(channel.id)}#answer">
<h2>${escapeHtml(form.title)}</h2>
<input type="hidden" name="command" value="${escapeHtml(form.command)}">
${fields.join('\n')}
<button>${escapeHtml(form.submit)}</button>
</form>`
}

function fieldHtml({ option, label, value, hint }: FormField, fault: string | undefined): string {
  const id = `field-${option.name}`
  const name = `name="option.${escapeHtml(option.name)}" id="${id}"`
  const words = [fault, hint].filter((each) => each !== undefined).map(escapeHtml)
  const required = option.required ? ' required' : ''
  const control = option.choices
    ? `<select ${name}${required}>${option.choices
        .map(
          (choice) =>
            `<option${choice === value ? ' selected' : ''}>${escapeHtml(choice)}</option>`,
        )
        .join('')}</select>`
    : `<input ${name} value="${escapeHtml(value ?? '')}"${required}>`
  const below = words.length > 0 ? `<small>${words.join(' ')}</small>` : ''
  return `<p><label for="${id}">${escapeHtml(label)}</label>${control}${below}</p>`
}

function address(channel: string): string {
  return `/channels/${encodeURIComponent(channel)}`
}
