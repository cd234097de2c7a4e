import { html } from '../../render/html.ts'
import type { DrawView } from '../view.ts'
import { channelAddress, channelName, channelNamed, firstChannel } from './channel-address.ts'
import { lookAsked, looksHtml } from './looks.ts'
import { threadHtml } from './thread.ts'

/** A channel as its readers see it: the digests as they were posted, by the means of the platform that is looked at. */
export const drawChannel: DrawView = async (call) => {
  const channel = call.words[0] === undefined ? await usual(call) : channelNamed(call.words[0])
  if (!channel) return undefined
  const look = lookAsked(call.query, channel)
  const threads = await call.reads.threads(channel)
  const address = channelAddress(call.base, channel)
  const stands =
    threads.length === 0
      ? html`<p class="empty">Nothing has been posted here yet.</p>`
      : await Promise.all(threads.map((thread) => threadHtml(thread, look, call)))
  return {
    title: channelName(channel),
    place: channelAddress('', channel),
    main: html`<div class="head"><h1>${channelName(channel)}</h1>${looksHtml(look, address)}</div>
<div id="threads" data-mark="${address}/mark" class="as-${look}">${stands}</div>${call.answer}`,
    styles: look === 'plain' ? [] : [`${look}.css`],
  }
}

/** The console's own channel, or the first one of a workspace elsewhere. */
async function usual({ base, reads }: Parameters<DrawView>[0]) {
  return base === '' ? firstChannel : ((await reads.channels())[0] ?? firstChannel)
}

/** A word that changes whenever the channel does, for a page that waits for news. */
export const drawChannelMark: DrawView = async ({ words: [word], reads }) => {
  const channel = channelNamed(word)
  if (!channel) return undefined
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: await reads.channelMark(channel),
  }
}
