import type { DeliveryState } from '../../../../domain/delivery.ts'
import { type Html, html } from '../../render/html.ts'
import { messageNames } from '../digests/history.ts'
import type { SystemState } from '../reads.ts'
import { nearTimeHtml, timeHtml } from '../time.ts'
import type { DrawView, ViewCall } from '../view.ts'
import { logHtml } from './log-lines.ts'

const queueNames = {
  feeds: 'Feeds to poll',
  digests: 'Digests to make',
  messages: 'Messages to post',
} as const

/** The house at work: queues, messages, channels held back, and the log. */
export const drawSystem: DrawView = async (call) => {
  const system = await call.system()
  return {
    title: 'System',
    place: '/system',
    main: html`<h1>System</h1>
<p class="lead">All workspaces of this bot, on ${system.database}. <a href="/metrics">Metrics</a> · <a href="/readyz">Readiness</a></p>
${call.answer}
<div class="cards">${queues(system)}${messages(system)}</div>
<h2>Channels held back</h2>
${suspendedHtml(system, call)}
<h2 id="log">Log of the last hour</h2>
${logHtml(system.log)}`,
  }
}

function queues({ due }: SystemState): Html {
  const rows = Object.entries(queueNames).map(
    ([queue, name]) => html`<dt>${name}</dt><dd>${due[queue as keyof typeof queueNames]}</dd>`,
  )
  return html`<section aria-labelledby="queues"><h2 id="queues">Due now</h2><dl class="figures">${rows}</dl></section>`
}

function messages({ messages: counts }: SystemState): Html {
  const rows = Object.entries(messageNames).map(
    ([state, name]) => html`<dt>${name}</dt><dd>${counts[state as DeliveryState]}</dd>`,
  )
  return html`<section aria-labelledby="messages"><h2 id="messages">Messages</h2><dl class="figures">${rows}</dl><p><small>Those that are open, and those that were closed in the last day.</small></p></section>`
}

function suspendedHtml({ suspended }: SystemState, { now }: ViewCall): Html {
  if (suspended.length === 0) return html`<p class="empty">Every channel can be posted to.</p>`
  const items = suspended.map(
    ({ workspaceId, channel, since, words }) =>
      html`<li><strong>${channel === '*' ? 'every channel' : channel}</strong> in ${workspaceId}: ${words} <small>since ${timeHtml(since)}, ${nearTimeHtml(since, now)}</small></li>`,
  )
  return html`<ul class="findings">${items}</ul>`
}
