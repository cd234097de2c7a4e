import { type Html, html } from '../../render/html.ts'
import { countWords } from '../amounts.ts'
import type { EditionLine } from '../reads.ts'
import { storyAddress } from '../story/story-address.ts'
import { timeHtml } from '../time.ts'
import type { ViewCall } from '../view.ts'

const stateNames: Readonly<Record<EditionLine['state'], string>> = {
  due: 'Being made',
  recorded: 'Made',
  empty: 'Nothing to tell',
  missed: 'Missed',
  failed: 'Failed',
}

export const messageNames: Readonly<Record<EditionLine['messages'][number]['state'], string>> = {
  ready: 'waiting',
  sending: 'being sent',
  sent: 'posted',
  retry_at: 'to be tried again',
  unknown: 'unknown, looked for',
  dead: 'given up',
  suspended: 'held back',
  skipped: 'left out',
}

/** The last runs: what each told, and what became of its messages. */
export function historyHtml(editions: readonly EditionLine[], call: ViewCall): Html {
  if (editions.length === 0) return html`<p class="empty">Nothing was due yet.</p>`
  return html`<div class="wide" tabindex="0" role="region" aria-labelledby="history"><table>
<thead><tr><th scope="col">Due</th><th scope="col">Digest</th><th scope="col">Outcome</th><th scope="col">Messages</th></tr></thead>
<tbody>${editions.map((edition) => rowHtml(edition, call))}</tbody></table></div>`
}

function rowHtml(
  { dueAt, name, state, words, stories, lateUntil, messages }: EditionLine,
  { base }: ViewCall,
): Html {
  const told = stories.map(
    ({ storyId, headline }) =>
      html`<li><a href="${storyAddress(base, storyId)}">${headline}</a></li>`,
  )
  const isBad = state === 'missed' || state === 'failed'
  return html`<tr><td>${timeHtml(dueAt)}${lateUntil && html`<br><small>late, the bot was back ${timeHtml(lateUntil)}</small>`}</td>
<td>${name}</td>
<td class="words"><span class="state ${isBad ? 'bad' : 'quiet'}">${stateNames[state]}</span>${words !== '' && html` <small>${words}</small>`}
${told.length > 0 && html`<details><summary>${countWords(told.length, 'story', 'stories')}</summary><ul>${told}</ul></details>`}</td>
<td>${messages.map(messageHtml)}</td></tr>`
}

function messageHtml({ state, words, count }: EditionLine['messages'][number]): Html {
  const kind = state === 'sent' ? '' : state === 'dead' || state === 'suspended' ? 'bad' : 'quiet'
  return html`<div><span class="state ${kind}">${countWords(count, 'message', 'messages')} ${messageNames[state]}</span>${state !== 'sent' && words !== '' && html` <small>${words}</small>`}</div>`
}
