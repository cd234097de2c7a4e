import type { Article } from '../domain/article.ts'
import type { Source } from '../domain/briefing.ts'
import type { Draft } from './summarizer.ts'

/** The articles that a reader may open: the fullest of each outlet, and every one that the briefing rests on. */
export function sourcesOf(
  [lead, ...others]: readonly [Article, ...Article[]],
  { points, quotes }: Pick<Draft, 'points' | 'quotes'>,
): readonly [Source, ...Source[]] {
  const cited = new Set<string>([
    ...points.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId)),
    ...quotes.map(({ articleId }) => articleId),
  ])
  const outlets = new Set([lead.publisher])
  const listed = others.filter(({ id, publisher }) => {
    const isNewOutlet = !outlets.has(publisher)
    outlets.add(publisher)
    return isNewOutlet || cited.has(id)
  })
  return [toSource(lead), ...listed.map(toSource)]
}

function toSource({ id, publisher, url, title, publishedAt, language, partial }: Article): Source {
  return { articleId: id, publisher, url, title, publishedAt, language, partial }
}
