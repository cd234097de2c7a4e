import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Range } from '../../domain/passage.ts'
import { joinBlocks, readBlocks, type TextNode } from './blocks.ts'
import { type PageMetadata, readMetadata } from './metadata.ts'
import { preparePage } from './prepare-page.ts'

/** What a page says, in plain text with a blank line between paragraphs, and what it says about itself. */
export type ExtractedPage = PageMetadata & {
  readonly text: string
  readonly headings: readonly Range[]
}

/** The article of a web page. Pure; run it in a worker that can be killed. */
export function extractPage(source: string, url?: string): ExtractedPage {
  const page = preparePage(source)
  const { document } = parseHTML(page.html)
  const metadata = readMetadata(page, document, url)
  const article = new Readability(document, {
    keepClasses: true,
    serializer: (node) => node as unknown as TextNode,
  }).parse()
  const blocks = article?.content ? readBlocks(article.content) : []
  return { ...metadata, ...joinBlocks(blocks) }
}
