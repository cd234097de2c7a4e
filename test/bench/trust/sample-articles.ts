import { globSync, readFileSync } from 'node:fs'
import type { Article } from '../../../src/domain/article.ts'
import { extractPage } from '../../../src/feeds/extract/extract-page.ts'
import { anArticle } from '../../store/sample.ts'

/** Every article page of the sample wire, as Dateline reads it. */
export function sampleArticles(): readonly Article[] {
  const pages = globSync('config/sample/*/*/*/*.html').sort()
  return pages.map((file) => {
    const { text, headings, title, lang } = extractPage(readFileSync(file, 'utf8'))
    return anArticle(file, { text, headings, title: title ?? '', language: lang })
  })
}
