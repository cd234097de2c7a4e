import type { RankedStory, Story } from '../../domain/story.ts'
import { createFilterRules, type FilterRule } from './filter-rules.ts'
import { isAbout, subjectWords } from './subjects.ts'
import type { ReaderWishes } from './wishes.ts'

/** What a story gains by being followed, and by each filter that boosts it, as a factor. */
const followGain = 2.5
const boostGain = 1.6

/** What is known already is worth less than what is new. */
const updateShare = 0.8

/** The worth of news halves in so many hours. */
const halfLifeHours = 36

const hourMs = 3_600_000

/** Weighs stories: how many outlets tell it, how fresh it is, and what the channel has asked for. */
export function createScale(wishes: ReaderWishes): (story: Story) => RankedStory {
  const boosts = createFilterRules(wishes, 'boost')
  const mentions = createFilterRules(wishes, 'mention')
  const weights = new Map(wishes.feeds.map(({ feedId, weight }) => [feedId, weight]))
  return (story) => {
    const parts = [
      byOutlets(story, wishes),
      byWeight(story, weights, wishes),
      byFreshness(story, wishes),
      byFollows(story, wishes),
      byBoosts(story, boosts, wishes),
      byUpdate(story, wishes),
    ]
    return {
      story,
      score: parts.reduce((product, { factor }) => product * factor, 1),
      reasons: parts.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
      isMention: story.articles.every((article) =>
        mentions.some(({ matches }) => matches(article)),
      ),
    }
  }
}

type Part = { readonly factor: number; readonly reason?: string }

/** Outlets that print the same title or text count once: they carry one agency's telling. */
function byOutlets({ articles }: Story, { wording }: ReaderWishes): Part {
  const outlets = new Set(articles.map(({ publisher }) => publisher.toLowerCase())).size
  const reason = wording.say('why.outlets', { count: outlets })
  return { factor: 1 + Math.log2(outlets), reason }
}

function byWeight(
  { articles }: Story,
  weights: ReadonlyMap<string, number>,
  { wording }: ReaderWishes,
): Part {
  const factor = Math.max(...articles.map(({ feedId }) => weights.get(feedId) ?? 1))
  return factor === 1 ? { factor } : { factor, reason: wording.say('why.weight', { factor }) }
}

function byFreshness({ articles }: Story, { now }: ReaderWishes): Part {
  const newestMs = Math.max(
    ...articles.map((each) => (each.publishedAt ?? each.firstSeenAt).getTime()),
  )
  const hours = Math.max(0, (now.getTime() - newestMs) / hourMs)
  return { factor: 0.5 ** (hours / halfLifeHours) }
}

function byFollows(story: Story, { follows, wording }: ReaderWishes): Part {
  const follow = follows.find(({ subject }) =>
    story.articles.some((article) => isAbout(article, story, subject)),
  )
  if (follow === undefined) return { factor: 1 }
  const subject = subjectWords(follow.subject, story)
  return { factor: followGain, reason: wording.say('why.followed', { subject }) }
}

function byBoosts(
  { articles }: Story,
  rules: readonly FilterRule[],
  { wording }: ReaderWishes,
): Part {
  const held = rules.filter(({ matches }) => articles.some(matches))
  if (held.length === 0) return { factor: 1 }
  const rule = held.map(({ words }) => words).join(', ')
  return { factor: boostGain ** held.length, reason: wording.say('why.boosted', { rule }) }
}

function byUpdate({ told }: Story, { wording }: ReaderWishes): Part {
  if (told === undefined) return { factor: 1 }
  return { factor: updateShare, reason: wording.say('why.update', { headline: told.headline }) }
}
