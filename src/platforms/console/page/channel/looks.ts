import type { ChannelRef } from '../../../../domain/channel.ts'
import { type Html, html } from '../../render/html.ts'

/** By whose means a channel is shown. */
export type Look = 'plain' | 'slack' | 'discord'

const names: Readonly<Record<Look, string>> = {
  plain: 'Plain',
  slack: 'As Slack shows it',
  discord: 'As Discord shows it',
}

/** What the address asks for; by itself a channel is shown as its own platform does. */
export function lookAsked(query: URLSearchParams, { platform }: ChannelRef): Look {
  const asked = query.get('as')
  if (asked === 'plain' || asked === 'slack' || asked === 'discord') return asked
  return platform === 'console' ? 'plain' : platform
}

export function looksHtml(look: Look, address: string): Html {
  const links = Object.entries(names).map(
    ([each, name]) =>
      html`<a href="${address}?as=${each}"${each === look && html` aria-current="true"`}>${name}</a>`,
  )
  return html`<p class="looks" role="group" aria-label="Shown as">${links}</p>`
}
