import { assertNever } from '../../../../domain/errors.ts'
import type { RenderedMessage } from '../../../../domain/platform.ts'
import { shownLink } from '../../../../support/text/shown-link.ts'
import { type Html, html } from '../../render/html.ts'
import { pressHtml } from '../press.ts'
import type { DiscordComponent } from './components.ts'
import { discordMarkdownHtml } from './markdown-html.ts'

/** A message as Discord shows it, drawn from the very components that Discord is given. */
export function discordMessageHtml(
  { payload, place }: RenderedMessage,
  below: Html | undefined,
): Html {
  const { components } = payload as { readonly components: readonly DiscordComponent[] }
  return html`<article class="discord-message in-${place}">
<p class="discord-who"><strong>Dateline</strong> <span class="discord-app">APP</span></p>
${components.map(componentHtml)}${below}</article>`
}

function componentHtml(component: DiscordComponent): Html {
  switch (component.type) {
    case 17:
      return html`<div class="discord-container">${component.components.map(componentHtml)}</div>`
    case 10:
      return html`<div class="discord-text">${discordMarkdownHtml(component.content)}</div>`
    case 9:
      return html`<div class="discord-section"><div>${component.components.map(componentHtml)}</div>${componentHtml(component.accessory)}</div>`
    case 14:
      return html`<hr>`
    case 1:
      return html`<div class="discord-row">${component.components.map(componentHtml)}</div>`
    case 2:
      return buttonHtml(component)
    case 3:
      return html`<details class="more"><summary>${component.placeholder}</summary><div>${component.options.map(({ label, value }) => pressHtml(value, label))}</div></details>`
    default:
      return assertNever(component)
  }
}

const styles: Readonly<Record<number, string>> = { 1: 'primary', 4: 'danger' }

type Button = Extract<DiscordComponent, { type: 2 }>

function buttonHtml({ label, url, custom_id: id, style, disabled }: Button): Html {
  const link = shownLink(url)
  if (link)
    return html`<a class="discord-link" href="${link.url}" rel="noreferrer noopener" target="_blank">${label}</a>`
  const action = disabled ? undefined : /^p:(\S+)/.exec(id ?? '')?.[1]
  return pressHtml(action, label, styles[style])
}
