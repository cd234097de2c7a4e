import type { Range } from '../../domain/passage.ts'
import { cleanLine } from '../../support/text/clean.ts'

/** One paragraph of text. */
export type Block = { readonly text: string; readonly heading: boolean }

/** A node of whatever DOM; only what reading its text needs. */
export type TextNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: Iterable<TextNode>
}

const blockNames = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR UL'.split(
    ' ',
  ),
)
const heading = /^H[1-6]$/
const cell = /^T[DH]$/

/** The paragraphs beneath a node, in order; two line breaks in a row part paragraphs too. */
export function readBlocks(root: TextNode): readonly Block[] {
  const blocks: Block[] = []
  let line = ''
  let breaks = 0
  let inHeading = 0
  const flush = (asHeading: boolean) => {
    const text = cleanLine(line)
    if (text) blocks.push({ text, heading: asHeading })
    line = ''
    breaks = 0
  }
  const walk = (node: TextNode) => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? ''
      if (breaks > 1 && text.trim()) flush(inHeading > 0)
      if (text.trim()) breaks = 0
      line += text
      return
    }
    if (node.nodeType !== 1) return
    const name = node.nodeName.toUpperCase()
    if (name === 'BR') {
      breaks++
      line += '\n'
      return
    }
    const isBlock = blockNames.has(name)
    const isHeading = heading.test(name)
    if (isBlock) flush(inHeading > 0)
    if (cell.test(name)) line += ' '
    if (isHeading) inHeading++
    for (const child of node.childNodes) walk(child)
    if (isBlock) flush(inHeading > 0)
    if (isHeading) inHeading--
  }
  walk(root)
  flush(false)
  return blocks
}

/** The blocks as one text, a blank line between them, and where its headings stand. */
export function joinBlocks(blocks: readonly Block[]): { text: string; headings: readonly Range[] } {
  const headings: Range[] = []
  let text = ''
  for (const block of blocks) {
    if (text) text += '\n\n'
    if (block.heading) headings.push({ start: text.length, end: text.length + block.text.length })
    text += block.text
  }
  return { text, headings }
}
