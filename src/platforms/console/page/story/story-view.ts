import type { Briefing } from '../../../../domain/briefing.ts'
import type { Passage } from '../../../../domain/passage.ts'
import type { Quote } from '../../../../domain/quote.ts'
import { type Html, html } from '../../render/html.ts'
import type { ArticleThen, StoryInFull } from '../reads.ts'
import { timeHtml } from '../time.ts'
import type { DrawView } from '../view.ts'
import { excerptAround, type Mark, markedHtml } from './marked-text.ts'
import { articleAddress, pointAnchor, quoteAnchor } from './story-address.ts'
import { quoteMarks } from './story-marks.ts'
import { timelineHtml } from './timeline.ts'

/** A story with everything that it rests on, in view: each quote in its passage, each point beside what it rests on. */
export const drawStory: DrawView = async ({ words: [id = ''], reads, base, answer }) => {
  const story = await reads.story(id)
  if (!story) return undefined
  const { headline } = story.briefing
  const main = html`<article class="story">
<h1>${headline}</h1>
${introduction(story)}
${answer}
${quotesHtml(story, base)}
${pointsHtml(story, base)}
${disagreementsHtml(story, base)}
${timelineHtml(story, base)}
</article>`
  return { title: headline, place: '/stories', main }
}

function introduction({ briefing }: StoryInFull): Html {
  const outlets = [...new Set(briefing.sources.map(({ publisher }) => publisher))]
  const { authorship, updatedSince } = briefing
  const writer =
    authorship.summarizer === 'extractive' ? 'the built-in summarizer' : 'the language model'
  return html`<p class="lead">Told by ${outlets.join(', ')}. Written by ${writer}.
${updatedSince && html` Says what is new since ${timeHtml(updatedSince)}.`}
${authorship.fellBackBecause}</p>
<p class="key"><mark>Words quoted</mark> <u>Who said them</u> <mark class="rests">What a point rests on</mark></p>`
}

function quotesHtml(story: StoryInFull, base: string): Html | undefined {
  const { quotes } = story.briefing
  if (quotes.length === 0) return undefined
  return html`<section aria-labelledby="quotes"><h2 id="quotes">Quotes, each in its source</h2>
${quotes.map((quote, at) => pairHtml(quoteAnchor(at), quoteHtml(quote, story.briefing), quotePassage(quote, at, story, base)))}
</section>`
}

function quoteHtml({ text, speaker, translation, articleId }: Quote, { sources }: Briefing): Html {
  const publisher = sources.find((each) => each.articleId === articleId)?.publisher
  return html`<figure><blockquote><p>“${text}”</p>${translation !== undefined && html`<p class="translation">${translation}</p>`}</blockquote>
<figcaption><strong>${speaker.name}</strong>${speaker.role !== undefined && html`, ${speaker.role}`}${publisher !== undefined && html` · ${publisher}`}</figcaption></figure>`
}

function quotePassage(quote: Quote, at: number, story: StoryInFull, base: string): Html {
  const article = articleOf(quote, story)
  if (!article) return gone
  const marks = quoteMarks(quote, article)
  return passageHtml(article, marks, `${articleAt(article, story, base)}#${quoteAnchor(at)}`)
}

function pointsHtml(story: StoryInFull, base: string): Html | undefined {
  const { points } = story.briefing
  if (points.length === 0) return undefined
  return html`<section aria-labelledby="points"><h2 id="points">Points, each beside what it rests on</h2>
${points.map(({ text, evidence }, at) => pairHtml(pointAnchor(at), html`<p class="point">${text}</p>`, restsOn(evidence, pointAnchor(at), story, base)))}
</section>`
}

function disagreementsHtml(story: StoryInFull, base: string): Html | undefined {
  const { disagreements } = story.briefing
  if (disagreements.length === 0) return undefined
  return html`<section aria-labelledby="disagreements"><h2 id="disagreements">Where the sources disagree</h2>
${disagreements.map(({ text, evidence }, at) => pairHtml(`disagreement-${at + 1}`, html`<p class="point">${text}</p>`, restsOn(evidence, undefined, story, base)))}
</section>`
}

/** The passages of each article together, in the order in which the briefing names the articles. */
function restsOn(
  evidence: readonly Passage[],
  anchor: string | undefined,
  story: StoryInFull,
  base: string,
): readonly Html[] {
  const byArticle = Map.groupBy(evidence, ({ articleId }) => articleId)
  return [...byArticle.values()].map((passages) => {
    const article = passages[0] && articleOf(passages[0], story)
    if (!article) return gone
    const marks = passages.map(({ start, end }): Mark => ({ kind: 'rests', start, end }))
    const address = articleAt(article, story, base)
    return passageHtml(article, marks, anchor === undefined ? address : `${address}#${anchor}`)
  })
}

function pairHtml(id: string, said: Html, passages: Html | readonly Html[]): Html {
  return html`<div class="pair" id="${id}"><div class="told">${said}</div><div class="rests-on">${passages}</div></div>`
}

function passageHtml(article: ArticleThen, marks: readonly Mark[], address: string): Html {
  const { publisher, title, publishedAt, text, language } = article
  return html`<div class="passage"${language !== undefined && html` lang="${language}"`}>
<p class="outlet"><strong>${publisher}</strong> ${publishedAt && timeHtml(publishedAt)}</p>
${markedHtml(text, excerptAround(text, marks), marks)}
<p class="whole"><a href="${address}">The whole text: ${title}</a></p></div>`
}

const gone = html`<p class="empty">The article's text is no longer kept.</p>`

function articleOf({ articleId }: Pick<Passage, 'articleId'>, { articles }: StoryInFull) {
  return articles.find((each) => each.articleId === articleId)
}

function articleAt({ articleId }: ArticleThen, { briefing }: StoryInFull, base: string): string {
  return articleAddress(base, briefing.storyId, articleId)
}
