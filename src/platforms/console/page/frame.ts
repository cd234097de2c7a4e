import type { ChannelRef } from '../../../domain/channel.ts'
import type { WorkspaceId } from '../../../domain/ids.ts'
import { type Html, html } from '../render/html.ts'
import { assetAddress } from './assets.ts'
import { channelAddress, channelName } from './channel/channel-address.ts'
import { baseOf } from './place.ts'
import type { View } from './view.ts'

export type Frame = {
  readonly base: string
  readonly workspaces: readonly WorkspaceId[]
  readonly channels: readonly ChannelRef[]
  /** Commands to complete from. */
  readonly commands: readonly string[]
  /** Where a typed line goes: the page itself. */
  readonly address: string
}

/** The pages beside the channels, in the order of the navigation. */
const rooms = [
  { address: '/stories', name: 'Stories' },
  { address: '/feeds', name: 'Feeds' },
  { address: '/digests', name: 'Digests' },
  { address: '/quality', name: 'Quality' },
  { address: '/system', name: 'System' },
] as const

/** A whole page: where the reader is, what stands there, and the box for commands. */
export function framedPage({ title, place, main, styles = [] }: View, frame: Frame): Html {
  const press = html`<form id="press" method="post" action="${frame.address}#answer"></form>`
  return page(
    title,
    html`<a class="skip" href="#main">Skip to the text</a>
${navigation(place, frame)}
<main id="main" tabindex="-1">${press}${main}${box(frame)}</main>`,
    styles,
  )
}

/** A page that says one thing. */
export function wordPage(title: string, words: string): Html {
  return page(title, html`<main id="main"><h1>${title}</h1><p>${words}</p></main>`, [])
}

function page(title: string, body: Html, styles: readonly string[]): Html {
  const sheets = ['console.css', ...styles].map(
    (name) => html`<link rel="stylesheet" href="${assetAddress(name)}">`,
  )
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Dateline</title>
<link rel="icon" href="${assetAddress('icon.svg')}" type="image/svg+xml">
${sheets}
<script type="module" src="${assetAddress('console.js')}"></script>
</head>
<body>
${body}
</body>
</html>
`
}

function navigation(place: string, frame: Frame): Html {
  const { base, channels } = frame
  const here = `${base}${place}`
  return html`<nav aria-label="Dateline">
<p class="brand"><a href="${base}/">Dateline</a></p>
${workspaceLinks(frame)}
${section(
  'Channels',
  channels.map((channel) => entry(channelAddress(base, channel), channelName(channel), here)),
)}
${section(
  'Desk',
  rooms.map(({ address, name }) => entry(`${base}${address}`, name, here)),
)}
</nav>`
}

/** Only where there is more than one. */
function workspaceLinks({ base, workspaces }: Frame): Html | undefined {
  if (workspaces.length < 2) return undefined
  const bases = workspaces.map((id) => ({ id, at: baseOf(id, workspaces) }))
  return section(
    'Workspaces',
    bases.map(({ id, at }) => entry(`${at}/`, id, `${base}/`)),
  )
}

function section(title: string, entries: readonly Html[]): Html {
  const id = `nav-${title.toLowerCase()}`
  return html`<h2 id="${id}">${title}</h2><ul aria-labelledby="${id}">${entries}</ul>`
}

function entry(address: string, name: string, here: string): Html {
  return html`<li><a href="${address}"${address === here && html` aria-current="page"`}>${name}</a></li>`
}

function box({ commands, address }: Frame): Html {
  return html`<form class="box" method="post" action="${address}#answer">
<label for="line">Command</label>
<input id="line" name="line" list="commands" autocomplete="off" placeholder="ask …, briefing now, feeds list" required>
<datalist id="commands">${commands.map((name) => html`<option value="${name}"></option>`)}</datalist>
<button>Send</button>
</form>`
}
