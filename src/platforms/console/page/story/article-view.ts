import { shownLink } from '../../../../support/text/shown-link.ts'
import { html } from '../../render/html.ts'
import { timeHtml } from '../time.ts'
import type { DrawView } from '../view.ts'
import { markedHtml, wholeText } from './marked-text.ts'
import { storyAddress } from './story-address.ts'
import { briefingMarks } from './story-marks.ts'

/** An article as its story was told from it, with everything marked that was taken from it. */
export const drawArticle: DrawView = async ({
  words: [id = '', articleId],
  reads,
  base,
  answer,
}) => {
  const story = await reads.story(id)
  const article = story?.articles.find((each) => each.articleId === articleId)
  if (!story || !article) return undefined
  const { title, publisher, publishedAt, text, url, language } = article
  const link = shownLink(url)
  const main = html`<p class="back"><a href="${storyAddress(base, story.briefing.storyId)}">← ${story.briefing.headline}</a></p>
<article class="text">
<h1>${title}</h1>
<p class="lead"><strong>${publisher}</strong> ${publishedAt && timeHtml(publishedAt)}
${link && html`<a class="out" href="${link.url}" rel="noreferrer noopener" target="_blank">${link.site} ↗</a>`}</p>
<p class="key"><mark>Words quoted</mark> <u>Who said them</u> <mark class="rests">What a point rests on</mark></p>
${answer}
<div${language !== undefined && html` lang="${language}"`}>${markedHtml(text, wholeText(text), briefingMarks(story.briefing, article))}</div>
</article>`
  return { title, place: '/stories', main }
}
