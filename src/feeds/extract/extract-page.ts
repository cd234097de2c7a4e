import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { joinBlocks, readBlocks, type TextNode } from './blocks.ts'
import type { ArticleText } from './html-text.ts'
import { readJsonLd } from './json-ld.ts'
import { type PageMetadata, readMetadata } from './metadata.ts'
import { preparePage } from './prepare-page.ts'
import { type PageElement, passNamesDown, prune } from './prune.ts'
import { fullest } from './rivals.ts'

/** What a page says, in plain text with a blank line between paragraphs, and what it says about itself. */
export type ExtractedPage = PageMetadata & ArticleText

/** The article of a web page. Pure, and slow on hostile pages: run it in a worker that can be killed. */
export function extractPage(source: string, url?: string): ExtractedPage {
  if (isBinary(source)) return { ...noMetadata, text: '', headings: [] }
  const page = preparePage(source)
  const { document } = parseHTML(page.html)
  const metadata = readMetadata(page, document, url)
  const { text, headings } = fullest(articleOf(document), readJsonLd(page.jsonLd), page.json)
  return { ...metadata, text, headings }
}

const noMetadata: PageMetadata = {
  title: undefined,
  byline: undefined,
  publishedAt: undefined,
  siteName: undefined,
  lang: undefined,
  image: undefined,
  canonicalUrl: undefined,
  partial: false,
  reserved: false,
}

/** PDFs, images and archives begin with bytes that no page has. */
function isBinary(source: string): boolean {
  return (
    /^\s*(?:%PDF-|\u0089PNG|\uFFFDPNG|GIF8|PK\u0003|\u007FELF|RIFF)/.test(source.slice(0, 64)) ||
    source.slice(0, 1000).includes('\u0000')
  )
}

function articleOf(document: ReturnType<typeof parseHTML>['document']): ArticleText {
  passNamesDown(document.documentElement as unknown as PageElement)
  const article = new Readability(document, {
    keepClasses: true,
    serializer: (node) => node as unknown as TextNode & PageElement,
  }).parse()
  if (!article?.content) return { text: '', headings: [] }
  prune(article.content)
  return joinBlocks(readBlocks(article.content))
}
