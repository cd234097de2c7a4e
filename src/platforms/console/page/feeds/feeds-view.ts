import { type Html, html } from '../../render/html.ts'
import { bytesWords, countWords } from '../amounts.ts'
import { formHtml } from '../answer.ts'
import { commandForm } from '../command-form.ts'
import { pageOf, pagesHtml } from '../paging.ts'
import type { FeedStanding } from '../reads.ts'
import type { DrawView, ViewCall } from '../view.ts'
import { feedRow } from './feed-row.ts'

/** More would make the page heavy. */
const feedsOnPage = 40

/** How every feed does, and what can be done about it. */
export const drawFeeds: DrawView = async (call) => {
  const { reads, query, answer, base } = call
  const feeds = await reads.feeds()
  const page = pageOf(worstFirst(feeds), query, feedsOnPage)
  const edited = feeds.find(({ feed }) => feed.feedId === query.get('edit'))
  return {
    title: 'Feeds',
    place: '/feeds',
    main: html`<h1>Feeds</h1>
${summary(feeds)}
${answer}
${edited && editForm(edited, call)}
${feeds.length === 0 ? html`<p class="empty">No feed is read yet. Add the first one by the address of its site.</p>` : table(page.items, call)}
${pagesHtml(page, `${base}/feeds`)}
${addForms(call)}`,
  }
}

const order: readonly FeedStanding['health'][] = [
  'stopped',
  'failing',
  'quiet',
  'new',
  'ok',
  'paused',
]

function worstFirst(feeds: readonly FeedStanding[]): readonly FeedStanding[] {
  return feeds.toSorted((a, b) => order.indexOf(a.health) - order.indexOf(b.health))
}

function summary(feeds: readonly FeedStanding[]): Html | undefined {
  if (feeds.length === 0) return undefined
  const ill = feeds.filter(({ health }) => health === 'failing' || health === 'stopped').length
  const polls = feeds.reduce((sum, each) => sum + each.polls, 0)
  const unchanged = feeds.reduce((sum, each) => sum + each.unchanged, 0)
  const saved = feeds.reduce((sum, { bytesSaved }) => sum + bytesSaved, 0)
  const share = polls === 0 ? 0 : Math.round((unchanged / polls) * 100)
  return html`<p class="lead">${countWords(feeds.length, 'feed', 'feeds')}, ${ill === 0 ? 'all of them readable' : html`<strong>${ill} in trouble</strong>`}.
${countWords(polls, 'poll', 'polls')} in 30 days, ${share} % of them answered “not modified”; ${bytesWords(saved)} did not have to be sent.</p>`
}

function table(feeds: readonly FeedStanding[], call: ViewCall): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Feeds"><table class="feeds">
<thead><tr><th scope="col">Feed</th><th scope="col">Articles a day</th><th scope="col">Newest</th><th scope="col">Next poll</th><th scope="col">Saved</th><th scope="col">Actions</th></tr></thead>
<tbody>${feeds.map((feed) => feedRow(feed, call))}</tbody></table></div>`
}

function editForm({ feed }: FeedStanding, { desk, address, caller }: ViewCall): Html {
  const form = commandForm('feeds edit', desk.specs, caller.locale, {
    feed: feed.feedId,
    name: feed.name,
    category: feed.categories.join(', '),
    weight: String(feed.weight),
    language: feed.language ?? '',
  })
  return html`<section class="answer" id="edit" aria-label="Edit ${feed.name}">${formHtml({ ...form, title: `Edit ${feed.name}`, submit: 'Save' }, address, ['feed'])}</section>`
}

function addForms({ address, base }: ViewCall): Html {
  return html`<div class="cards">
<form class="form" method="post" action="${address}#answer">
<h2>Add a feed</h2>
<input type="hidden" name="command" value="feeds add">
<p><label for="add-url">Address of a site or a feed</label><input id="add-url" name="option.url" required autocomplete="off" placeholder="example.com" aria-describedby="add-note">
<small id="add-note">Its feeds are found, and you see the newest articles before anything is added.</small></p>
<button>Look at it</button>
</form>
<form class="form drop" method="post" action="${address}#answer" enctype="multipart/form-data">
<h2>Bring feeds from elsewhere</h2>
<input type="hidden" name="command" value="feeds import">
<p><label for="opml">OPML file</label><input id="opml" type="file" name="option.file" accept=".opml,.xml,text/xml,text/x-opml" required aria-describedby="opml-note">
<small id="opml-note">Choose it, or drop it here.</small></p>
<button>Import</button>
<a class="button" href="${base}/feeds.opml" download="feeds.opml">Save all feeds as OPML</a>
</form>
</div>`
}
