import { shownLink } from '../../../../support/text/shown-link.ts'
import { type Html, html } from '../../render/html.ts'
import { bytesWords } from '../amounts.ts'
import { sparkHtml } from '../plots/spark.ts'
import type { FeedStanding } from '../reads.ts'
import { nearTimeHtml } from '../time.ts'
import type { ViewCall } from '../view.ts'

const healthNames: Readonly<Record<FeedStanding['health'], string>> = {
  ok: 'Readable',
  new: 'Not read yet',
  quiet: 'Quiet for long',
  failing: 'Cannot be read',
  stopped: 'Given up',
  paused: 'Paused',
}

/** One feed: how it does, its last error in words, and what can be done. */
export function feedRow(standing: FeedStanding, call: ViewCall): Html {
  const { feed, health, newestAt, nextCheckAt, bytesSaved, perDay } = standing
  const { now } = call
  return html`<tr>
<th scope="row"><span class="name">${feed.name}</span> ${nameNotes(standing)}</th>
<td>${sparkHtml(perDay, 'Articles a day')}</td>
<td>${newestAt ? nearTimeHtml(newestAt, now) : '–'}</td>
<td>${nextCheckAt && health !== 'paused' ? nearTimeHtml(nextCheckAt, now) : '–'}</td>
<td>${bytesSaved === 0 ? '–' : bytesWords(bytesSaved)}</td>
<td>${actions(standing, call)}</td>
</tr>`
}

/** The address of a feed may have a key in it, so that the way to its site is shown instead. */
function nameNotes({ feed, health, fault, homeUrl }: FeedStanding): Html {
  const link = shownLink(homeUrl)
  const words =
    fault &&
    html`<span class="fault">${fault.sentence} <small>since ${day(fault.sinceAt)}</small></span>`
  const from =
    link && html`<a href="${link.url}" rel="noreferrer noopener" target="_blank">${link.site}</a>`
  const categories = feed.categories.length > 0 && html` · ${feed.categories.join(', ')}`
  const file = feed.managedBy === 'file' && html` · from the configuration file`
  return html`<span class="health ${health}">${healthNames[health]}</span>${words}<small class="from">${from}${categories}${file}</small>`
}

function day(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(at)
}

/** What the configuration file asks for is changed there, so that only looking is offered. */
function actions({ feed }: FeedStanding, { address, base }: ViewCall): Html {
  const own = feed.managedBy === 'command'
  const pause = feed.paused
    ? html`<input type="hidden" name="option.resume" value="yes"><button name="command" value="feeds pause">Resume</button>`
    : html`<button name="command" value="feeds pause">Pause</button>`
  const edit = html`<a class="button" href="${base}/feeds?edit=${feed.feedId}#edit">Edit<span class="unseen"> ${feed.name}</span></a>`
  const remove = html`<button name="command" value="feeds remove">Remove</button>`
  return html`<form class="row-actions" method="post" action="${address}#answer" aria-label="${feed.name}">
<input type="hidden" name="option.feed" value="${feed.feedId}">
<button name="command" value="feeds test">Test</button>
<button name="command" value="feeds why">Why</button>
${own && [pause, edit, remove]}
</form>`
}
