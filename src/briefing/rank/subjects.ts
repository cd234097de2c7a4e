import type { Article } from '../../domain/article.ts'
import type { Subject } from '../../domain/mute.ts'
import type { Story } from '../../domain/story.ts'
import { contentStems } from '../text/words.ts'

/** A topic is looked for in the title and the beginning of the text; further on much is only touched upon. */
const leadChars = 600

/** Whether an article is about what somebody mutes or follows: all words of a topic, the story, or the outlet. */
export function isAbout(article: Article, story: Story, subject: Subject): boolean {
  if (subject.kind === 'story') return story.id === subject.storyId
  if (subject.kind === 'source') return isSame(article.publisher, subject.publisher)
  const wanted = contentStems(subject.words, article.language)
  const said = new Set(
    contentStems(`${article.title}\n${article.text.slice(0, leadChars)}`, article.language),
  )
  return wanted.length > 0 && wanted.every((stem) => said.has(stem))
}

export function subjectWords(subject: Subject, story: Story): string {
  if (subject.kind === 'topic') return subject.words
  return subject.kind === 'source' ? subject.publisher : story.articles[0].title
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
