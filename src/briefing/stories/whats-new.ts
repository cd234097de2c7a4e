import type { Story, Told } from '../../domain/story.ts'
import { sentencesOf } from '../summarize/sentences.ts'
import { contentStems } from '../text/words.ts'

/** Only the beginning of an article is looked at: further on stands background. */
const leadSentences = 10

/** Shorter sentences say too little to be told from what is known. */
const fewestStems = 4

/** The share of a sentence's words that nothing told before has. */
const newShare = 0.5

/** With a figure that was not told, fewer new words are needed. */
const newShareWithFigure = 0.1

/** Whether a story says anything that the channel was not told; one that is new to it does. */
export function hasNews({ articles, told }: Story): boolean {
  if (told === undefined) return true
  const isNews = newsTo(told)
  return articles.some(
    ({ title, text, language }) =>
      isNews(title, language) ||
      sentencesOf(text, language)
        .slice(0, leadSentences)
        .some((each) => isNews(each.text, language)),
  )
}

/** Whether a sentence says what a channel was not told; every sentence does where it was told nothing. */
export function newsTo(
  told: Told | undefined,
): (sentence: string, language: string | undefined) => boolean {
  const known = told && knownWords(told)
  return (sentence, language) => known === undefined || isNew(sentence, known, language)
}

function knownWords({ headline, points, quotes, texts }: Told): ReadonlySet<string> {
  const all = [headline, ...points, ...quotes, ...texts].join('\n')
  return new Set(contentStems(all))
}

function isNew(
  sentence: string,
  known: ReadonlySet<string>,
  language: string | undefined,
): boolean {
  const stems = contentStems(sentence, language)
  const unknown = stems.filter((stem) => !known.has(stem))
  const share = unknown.length / stems.length
  const hasNewFigure = unknown.some((stem) => /^\p{N}/u.test(stem))
  return hasNewFigure
    ? share >= newShareWithFigure
    : stems.length >= fewestStems && share >= newShare
}
