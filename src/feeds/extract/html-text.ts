import { Parser } from 'htmlparser2'
import type { Range } from '../../domain/passage.ts'
import { BlockWriter, joinBlocks } from './blocks.ts'
import { preparePage } from './prepare-page.ts'

/** Plain text with a blank line between paragraphs, and which of them are headings. */
export type ArticleText = { readonly text: string; readonly headings: readonly Range[] }

/** The text of a piece of HTML such as a feed's summary; linear, whatever it is given. */
export function htmlToText(html: string): ArticleText {
  const blocks = new BlockWriter()
  const parser = new Parser(
    {
      onopentagname: (name) => blocks.open(name),
      onclosetag: (name) => blocks.close(name),
      ontext: (text) => blocks.text(text),
    },
    { decodeEntities: true },
  )
  parser.end(preparePage(html).html)
  return joinBlocks(blocks.end())
}
