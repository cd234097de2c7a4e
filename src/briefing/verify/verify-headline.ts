import type { Article } from '../../domain/article.ts'
import { cutHeadline } from '../headline.ts'
import { allAllowed, allowedBy } from './allowed.ts'
import { checkStatement } from './check-statement.ts'
import { unprintableIn } from './foreign-text.ts'
import { toGround } from './ground.ts'
import { isAbout } from './is-about.ts'
import { isFalse } from './issue.ts'
import { isSameLanguage } from './same-language.ts'

/** The headline when the articles or their titles say it, else the spare one, else a title. */
export function verifyHeadline(
  headline: string,
  spare: string,
  articles: readonly [Article, ...Article[]],
  language: string | undefined,
): string {
  const line = headline.replace(/\s+/g, ' ').trim()
  if (articles.some(({ title }) => title === line)) return cutHeadline(line)
  return isSaid(line, articles, language)
    ? cutHeadline(line)
    : cutHeadline(spare || articles[0].title)
}

function isSaid(line: string, articles: readonly Article[], told: string | undefined): boolean {
  if (unprintableIn(line) !== undefined) return false
  const text = articles.map((article) => `${article.title}.\n\n${article.text}`).join('\n\n')
  const allowed = allAllowed(
    articles.map(({ publisher, byline, publishedAt, language }) =>
      allowedBy({ outlet: publisher, byline, publishedAt, language }),
    ),
  )
  const ground = toGround(text, articles[0]?.language)
  const language = told ?? ground.language
  if (isSameLanguage(language, ground.language) && !isAbout(line, ground, allowed)) return false
  return !checkStatement(line, ground, allowed, language).some(isFalse)
}
