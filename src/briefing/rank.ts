import type { Article } from '../domain/article.ts'
import type { LeftOut } from '../domain/left-out.ts'
import type { RankedStory, Story } from '../domain/story.ts'
import { createScale } from './rank/scale.ts'
import { createSieve, type Sieve } from './rank/sieve.ts'
import type { ReaderWishes } from './rank/wishes.ts'

export type Ranking = {
  /** The best first. */
  readonly ranked: readonly RankedStory[]
  /** Every article that is in none of the ranked stories, with the reason. */
  readonly left: readonly LeftOut[]
}

/** The stories in the order in which a channel wants them; what it does not want is left out with a reason. */
export function rankStories(stories: readonly Story[], wishes: ReaderWishes): Ranking {
  const sieve = createSieve(wishes)
  const scale = createScale(wishes)
  const sifted = stories.map((story) => sift(story, sieve))
  return {
    ranked: sifted
      .flatMap(({ story }) => (story ? [scale(story)] : []))
      .toSorted((a, b) => Number(a.isMention) - Number(b.isMention) || b.score - a.score),
    left: sifted.flatMap(({ left }) => left),
  }
}

type Sifted = { readonly story: Story | undefined; readonly left: readonly LeftOut[] }

function sift(story: Story, sieve: Sieve): Sifted {
  const left: LeftOut[] = []
  const kept = story.articles.filter((article) => {
    const objection = sieve.objectionToArticle(article, story)
    if (objection) left.push({ articleId: article.id, storyId: story.id, ...objection })
    return objection === undefined
  })
  const [lead, ...others] = kept
  if (lead === undefined) return { story: undefined, left }
  const rest: Story = { ...story, articles: [lead, ...others] }
  const objection = sieve.objectionToStory(rest)
  if (objection === undefined) return { story: rest, left }
  const leaveOut = ({ id }: Article) => ({ articleId: id, storyId: story.id, ...objection })
  return { story: undefined, left: [...left, ...kept.map(leaveOut)] }
}
