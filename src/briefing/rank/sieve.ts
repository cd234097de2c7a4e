import type { Article } from '../../domain/article.ts'
import type { LeftOut } from '../../domain/left-out.ts'
import type { Story } from '../../domain/story.ts'
import { hasNews } from '../stories/whats-new.ts'
import { ageObjection } from './age.ts'
import { createFilterRules } from './filter-rules.ts'
import { isAbout, subjectWords } from './subjects.ts'
import type { ReaderWishes } from './wishes.ts'

export type Objection = Pick<LeftOut, 'reason' | 'words'>

/** Holds back what a channel does not want; each objection with its reason in words. */
export type Sieve = {
  objectionToArticle(article: Article, story: Story): Objection | undefined
  objectionToStory(story: Story): Objection | undefined
}

export function createSieve(wishes: ReaderWishes): Sieve {
  const rules = createFilterRules(wishes, 'drop')
  const { wording, now } = wishes
  const mutes = wishes.mutes.filter(({ until }) => until > now)

  const filtered = (article: Article): Objection | undefined => {
    const rule = rules.find(({ matches }) => matches(article))
    return rule && { reason: 'filtered', words: wording.say('why.filtered', { rule: rule.words }) }
  }
  const muted = (article: Article, story: Story): Objection | undefined => {
    const mute = mutes.find(({ subject }) => isAbout(article, story, subject))
    return (
      mute && {
        reason: 'muted',
        words: wording.say('why.muted', { subject: subjectWords(mute.subject, story) }),
      }
    )
  }
  return {
    objectionToArticle: (article, story) =>
      filtered(article) ?? muted(article, story) ?? ageObjection(article, story, wishes),
    objectionToStory: (story) => {
      if (story.told === undefined || hasNews(story)) return undefined
      return { reason: 'told', words: wording.say('why.told', { headline: story.told.headline }) }
    },
  }
}
