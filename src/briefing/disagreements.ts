import type { Article } from '../domain/article.ts'
import type { Disagreement } from '../domain/briefing.ts'
import type { Wording } from '../domain/wording/wording.ts'
import { type Count, type Counted, countsIn } from './disagreements/counts.ts'

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

/** The fullest telling, and the first of another outlet that says otherwise. */
function disagreement(
  kind: Counted,
  [one, ...others]: readonly Claim[],
  wording: Wording,
): readonly Disagreement[] {
  const other = others.find(
    ({ article, count }) =>
      article.publisher !== one?.article.publisher && count.value !== one?.count.value,
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

function toPassage({ article, count: { start, end } }: Claim) {
  return { articleId: article.id, start, end }
}
