import { type Html, html } from '../../render/html.ts'
import { barsHtml } from '../plots/bars.ts'
import type { Quality, QualityFinding } from '../reads.ts'
import { storyAddress } from '../story/story-address.ts'
import { timeHtml } from '../time.ts'
import type { DrawView } from '../view.ts'

/** What the checks took out and why, what readers reported, what was paid: over time, and one by one. */
export const drawQuality: DrawView = async ({ reads, answer, base }) => {
  const quality = await reads.quality()
  return {
    title: 'Quality',
    place: '/quality',
    main: html`<h1>Quality</h1>
<p class="lead">The last 30 days. A quote that its article does not say word for word, or that another person said, is not printed; a point that says more than its article is replaced by the article’s own sentence.</p>
${answer}
<div class="plots">${plots(quality)}</div>
${findings('Quotes not printed', 'Every quote could be proved.', quality.dropped, base)}
${findings('Points replaced', 'No point said more than its article.', quality.replaced, base)}
${findings('Fall-backs to the built-in summarizer', 'The language model was not missed.', quality.fallBacks, base)}
${reports(quality)}`,
  }
}

function plots(quality: Quality): readonly Html[] {
  const { days } = quality
  return [
    barsHtml({
      title: 'Quotes',
      days,
      series: [
        { name: 'printed', figures: quality.quotesPrinted, tone: 'main' },
        { name: 'not printed', figures: quality.quotesDropped, tone: 'warn' },
      ],
    }),
    barsHtml({
      title: 'Points',
      days,
      series: [
        { name: 'printed', figures: quality.pointsPrinted, tone: 'main' },
        { name: 'replaced', figures: quality.pointsReplaced, tone: 'warn' },
      ],
    }),
    barsHtml({
      title: 'Readers’ reports',
      days,
      series: [{ name: 'errors and false merges', figures: quality.reported, tone: 'warn' }],
    }),
    barsHtml({
      title: 'Fall-backs',
      days,
      series: [{ name: 'stories', figures: quality.fellBack, tone: 'quiet' }],
    }),
    barsHtml({
      title: 'Language model',
      days,
      series: [{ name: `${quality.calls} calls`, figures: quality.microDollars, tone: 'quiet' }],
      write: dollars,
    }),
  ]
}

function dollars(microDollars: number): string {
  return `$${(microDollars / 1_000_000).toFixed(2)}`
}

const verdicts: Readonly<Record<string, string>> = {
  misattributed: 'said by somebody else',
  stitched: 'put together from several places',
  altered: 'not word for word in the article',
}

function findings(
  title: string,
  none: string,
  found: readonly QualityFinding[],
  base: string,
): Html {
  const items = found.map(
    ({ at, text, why, storyId }) =>
      html`<li><a href="${storyAddress(base, storyId)}">${text}</a> <small>${verdicts[why] ?? why} · ${timeHtml(at)}</small></li>`,
  )
  return html`<section><h2>${title}</h2>${items.length === 0 ? html`<p class="empty">${none}</p>` : html`<ul class="findings">${items}</ul>`}</section>`
}

function reports({ reports: all }: Quality): Html {
  const items = all.map(
    ({ kind, at, words }) =>
      html`<li>${kind === 'split' ? 'Not the same story' : 'An error'}${words !== '' && html`: ${words}`} <small>${timeHtml(at)}</small></li>`,
  )
  return html`<section><h2>Readers’ reports</h2>${items.length === 0 ? html`<p class="empty">Nobody has reported anything.</p>` : html`<ul class="findings">${items}</ul>`}</section>`
}
