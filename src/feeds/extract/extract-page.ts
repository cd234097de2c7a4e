import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Range } from '../../domain/passage.ts'
import { joinBlocks, readBlocks, type TextNode } from './blocks.ts'
import { type PageMetadata, readMetadata } from './metadata.ts'
import { preparePage } from './prepare-page.ts'
import { type PageElement, passNamesDown, prune } from './prune.ts'

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
  passNamesDown(document.documentElement as unknown as PageElement)
  const article = new Readability(document, {
    keepClasses: true,
    serializer: (node) => node as unknown as TextNode & PageElement,
  }).parse()
  if (!article?.content) return { ...metadata, text: '', headings: [] }
  prune(article.content)
  return { ...metadata, ...joinBlocks(readBlocks(article.content)) }
}
