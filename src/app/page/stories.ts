import type { Article } from '../../domain/article.ts'
import type { Briefing } from '../../domain/briefing.ts'
import { articleId, storyId } from '../../domain/ids.ts'
import type { ArticleThen, StoryInFull, StoryLine } from '../../platforms/console/page/reads.ts'
import { findArticles } from '../../store/articles/articles.ts'
import { findToldStory } from '../../store/stories/told.ts'
import { findBriefing, tellingsOf, toldSince } from '../../store/stories/told-stories.ts'
import type { WorkspaceTx } from '../../store/transaction.ts'

const storiesShown = 100
const shownForMs = 60 * 86_400_000

/** The stories told last, in every channel of the workspace. */
export async function readStories(tx: WorkspaceTx): Promise<readonly StoryLine[]> {
  const since = new Date(tx.now.getTime() - shownForMs)
  const tellings = await toldSince(tx, since, storiesShown)
  return tellings.map(({ storyId: id, at, channel, briefing }) => ({
    storyId: id,
    headline: briefing.headline,
    at,
    channel,
    outlets: [...new Set(briefing.sources.map(({ publisher }) => publisher))],
    quotes: briefing.quotes.length,
  }))
}

/** A story of the workspace with the texts as they stood when it was told last. */
export async function readStory(tx: WorkspaceTx, id: string): Promise<StoryInFull | undefined> {
  const tellings = await tellingsOf(tx, storyId(id))
  const channel = tellings[0]?.channel
  const told = channel && (await findToldStory(tx, channel, id))
  const briefing = told?.briefing ?? (await findBriefing(tx, storyId(id)))
  if (!briefing) return undefined
  const kept = await findArticles(tx, namedIn(briefing))
  return {
    briefing,
    articles: kept.flatMap((article) => articleThen(article, briefing, told?.textsThen)),
    tellings: tellings.toReversed(),
    corrections: told?.corrections ?? [],
  }
}

function namedIn(briefing: Briefing) {
  const { sources, points, quotes, disagreements } = briefing
  const rested = [...points, ...disagreements].flatMap(({ evidence }) => evidence)
  const ids = [...sources, ...quotes, ...rested].map((each) => each.articleId)
  return [...new Set(ids)].map(articleId)
}

/** Outlet and title as the story gave them; the text as it stood, because every passage refers to that one. */
function articleThen(
  article: Article,
  { sources }: Briefing,
  texts: ReadonlyMap<string, string> | undefined,
): readonly ArticleThen[] {
  const { id, title, url, publishedAt, language } = article
  const present = texts === undefined || article.revision === 1 ? article.text : undefined
  const text = texts?.get(id) ?? present
  if (text === undefined) return []
  const source = sources.find(({ articleId: each }) => each === id)
  return [
    {
      articleId: id,
      publisher: source?.publisher ?? article.publisher,
      title: source?.title ?? title,
      url,
      publishedAt,
      language,
      text,
    },
  ]
}
