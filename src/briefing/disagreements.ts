import type { Article } from '../domain/article.ts'
import type { Disagreement } from '../domain/briefing.ts'
import type { Wording } from '../domain/wording/wording.ts'
import { type Count, type Counted, countsIn } from './disagreements/counts.ts'
import { contentStems } from './text/words.ts'

/** What outlets count differently, each pair of figures once; nothing is averaged and nobody believed. */
export function disagreementsOf(
  articles: readonly Article[],
  wording: Wording,
): readonly Disagreement[] {
  const counts = articles.map((article) => ({ article, counts: countsIn(article) }))
  const kinds = [...new Set(counts.flatMap((each) => [...each.counts.keys()]))]
  return kinds.flatMap((kind) => {
    const claims = counts.flatMap(({ article, counts: own }) => {
      const count = own.get(kind)
      return count ? [{ article, count }] : []
    })
    return disagreement(kind, claims, wording)
  })
}

type Claim = { readonly article: Article; readonly count: Count }

/** Counts further apart than this are of two things: an accident and a war. */
const largestRatio = 3

/** So many words of content two sentences share, those that count aside, when they count the same thing. */
const fewestShared = 2

/** The fullest telling, and the first of another outlet that says otherwise of the same thing. */
function disagreement(
  kind: Counted,
  [one, ...others]: readonly Claim[],
  wording: Wording,
): readonly Disagreement[] {
  const other = others.find(
    ({ article, count }) =>
      one !== undefined &&
      article.publisher !== one.article.publisher &&
      count.value !== one.count.value &&
      countSameThing(one, { article, count }),
  )
  if (one === undefined || other === undefined) return []
  const text = wording.say('story.counts', {
    one: one.article.publisher,
    oneCount: wording.say(`counted.${kind}`, { count: one.count.value }),
    other: other.article.publisher,
    otherCount: new Intl.NumberFormat(wording.language).format(other.count.value),
  })
  return [{ text, evidence: [toPassage(one), toPassage(other)] }]
}

function countSameThing(one: Claim, other: Claim): boolean {
  const [less, more] = [one.count.value, other.count.value].toSorted((a, b) => a - b)
  if (less === undefined || more === undefined || more > less * largestRatio) return false
  // Across languages the words cannot be compared; that both stand in one story has to do.
  if (one.article.language !== other.article.language) return true
  const said = wordsOf(one)
  return [...wordsOf(other)].filter((stem) => said.has(stem)).length >= fewestShared
}

/** What the sentence of a count is about, and the title above it; not the words that count. */
function wordsOf({ article, count }: Claim): ReadonlySet<string> {
  const words = `${article.title} ${article.text.slice(count.start, count.end)}`
  const counting = new Set(contentStems(count.words, article.language))
  return new Set(contentStems(words, article.language).filter((stem) => !counting.has(stem)))
}

function toPassage({ article, count: { start, end } }: Claim) {
  return { articleId: article.id, start, end }
}
