import { type Html, html } from '../../render/html.ts'
import { channelName } from '../channel/channel-address.ts'
import type { StoryLine } from '../reads.ts'
import { timeHtml } from '../time.ts'
import type { DrawView } from '../view.ts'
import { storyAddress } from './story-address.ts'

/** The stories told last, each leading to what it rests on. */
export const drawStories: DrawView = async ({ reads, base, answer }) => {
  const stories = await reads.stories()
  const lines = stories.map((story) => lineHtml(story, base))
  const body =
    lines.length === 0
      ? html`<p class="empty">No story has been told yet.</p>`
      : html`<ul class="stories">${lines}</ul>`
  return {
    title: 'Stories',
    place: '/stories',
    main: html`<h1>Stories</h1>${answer}${body}`,
  }
}

function lineHtml(
  { storyId, headline, at, channel, outlets, quotes }: StoryLine,
  base: string,
): Html {
  const count = quotes === 1 ? '1 quote' : `${quotes} quotes`
  return html`<li><a href="${storyAddress(base, storyId)}">${headline}</a>
<small>${outlets.join(', ')} · ${count} · ${channel && html`${channelName(channel)} · `}${timeHtml(at)}</small></li>`
}
