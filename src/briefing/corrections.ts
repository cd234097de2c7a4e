import type { Article } from '../domain/article.ts'
import type { Correction } from '../domain/correction.ts'
import type { Quote } from '../domain/quote.ts'
import type { ToldStory } from '../domain/story.ts'
import type { Wording } from '../domain/wording/wording.ts'
import { type ChangedFigure, changedFigures } from './corrections/changed-figures.ts'
import { contains } from './corrections/contains.ts'

/** A story that stands in a channel, and what must be said on top of it now. */
export type CorrectedStory = {
  readonly story: ToldStory
  readonly corrections: readonly [Correction, ...Correction[]]
}

/**
 * The told stories of which a publisher has changed something that was printed since: a figure is another, a quote is no
 * longer there. A revision that leaves alone what was printed corrects nothing, and none corrects twice.
 */
export function correctionsOf(
  stories: readonly ToldStory[],
  { now, wording }: { readonly now: Date; readonly wording: Wording },
): readonly CorrectedStory[] {
  return stories.flatMap((story) => {
    const [first, ...others] = story.articles
      .filter((article) => isChangedSince(article, story))
      .flatMap((article) =>
        changesOf(article, story, wording).map((what) => ({
          articleId: article.id,
          revision: article.revision,
          at: now,
          what,
        })),
      )
    return first === undefined ? [] : [{ story, corrections: [first, ...others] }]
  })
}

function isChangedSince({ id, revision }: Article, { revisions, corrections }: ToldStory): boolean {
  const corrected = corrections.filter(({ articleId }) => articleId === id)
  const known = Math.max(revisions.get(id) ?? revision, ...corrected.map((each) => each.revision))
  return revision > known
}

function changesOf(article: Article, story: ToldStory, wording: Wording): readonly string[] {
  const said = new Set(story.corrections.map(({ what }) => what))
  const { publisher } = article
  const quotes = lostQuotes(article, story.briefing.quotes).map(({ text, speaker }) =>
    wording.say('correction.quote', { publisher, quote: text, speaker: speaker.name }),
  )
  const figures = printedFrom(article, story).flatMap(({ printed, sentence }) =>
    changedFigures(printed, sentence, article).map((figure) =>
      figureWords(article, figure, wording),
    ),
  )
  return [...new Set([...figures, ...quotes])].filter((what) => !said.has(what))
}

/** "now counts 14 injured" of whole things, "now says 2.25 %" of everything else; a word only in the reader's language. */
function figureWords(
  { publisher, language }: Article,
  { before, now, unit }: ChangedFigure,
  wording: Wording,
): string {
  const isWord = unit !== undefined && /^\p{L}/u.test(unit)
  const isCount = isWord && /^\d+$/.test(now) && !scale.test(unit)
  const isRead = !isWord || language?.split('-')[0] === wording.language.split('-')[0]
  return wording.say(isCount ? 'correction.count' : 'correction.figure', {
    publisher,
    before,
    now: isRead && unit !== undefined ? `${now} ${unit}` : now,
  })
}

const scale =
  /^(?:percent|per|million|billion|trillion|Prozent|Millionen|Milliarden|pour|por|millones|milhões)$/iu

function lostQuotes(article: Article, quotes: readonly Quote[]): readonly Quote[] {
  return quotes.filter(
    ({ articleId, text }) => articleId === article.id && !contains(article.text, text),
  )
}

/** Each printed point that rests on the article, with the sentence it rested on. */
function printedFrom({ id }: Article, { briefing, textsThen }: ToldStory) {
  const then = textsThen.get(id)
  if (then === undefined) return []
  return briefing.points.flatMap(({ text, evidence }) =>
    evidence
      .filter(({ articleId }) => articleId === id)
      .map(({ start, end }) => ({ printed: text, sentence: then.slice(start, end) })),
  )
}
