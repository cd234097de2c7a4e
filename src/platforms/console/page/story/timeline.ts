import { shownLink } from '../../../../support/text/shown-link.ts'
import { type Html, html } from '../../render/html.ts'
import { channelName } from '../channel/channel-address.ts'
import type { StoryInFull } from '../reads.ts'
import { timeHtml } from '../time.ts'
import { articleAddress } from './story-address.ts'

type Step = { readonly at: Date | undefined; readonly what: Html }

/** What was published when, when a channel was told, and what was corrected since. */
export function timelineHtml(story: StoryInFull, base: string): Html {
  const steps = [...published(story, base), ...told(story), ...corrected(story)].sort(
    (a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0),
  )
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2><ol class="timeline">
${steps.map(({ at, what }) => html`<li>${at ? timeHtml(at) : html`<span>No date</span>`} ${what}</li>`)}
</ol></section>`
}

function published({ briefing, articles }: StoryInFull, base: string): readonly Step[] {
  const kept = new Set(articles.map(({ articleId }) => articleId))
  return briefing.sources.map(({ articleId, publisher, title, url, publishedAt, partial }) => {
    const here = kept.has(articleId)
      ? html`<a href="${articleAddress(base, briefing.storyId, articleId)}">${title}</a>`
      : html`${title}`
    const link = shownLink(url)
    const there =
      link &&
      html` <a class="out" href="${link.url}" rel="noreferrer noopener" target="_blank">${link.site} ↗</a>`
    return {
      at: publishedAt,
      what: html`<span><strong>${publisher}</strong> ${here}${there}${partial && html` <small>the free part</small>`}</span>`,
    }
  })
}

function told({ tellings }: StoryInFull): readonly Step[] {
  return tellings.map(({ at, channel }) => ({
    at,
    what: html`<span class="ours">Told${channel && html` in ${channelName(channel)}`}</span>`,
  }))
}

function corrected({ corrections }: StoryInFull): readonly Step[] {
  return corrections.map(({ at, what }) => ({
    at,
    what: html`<span class="ours">Corrected: ${what}</span>`,
  }))
}
