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

/** Gathers paragraphs from tags and texts as they come; two line breaks in a row part paragraphs too. */
export class BlockWriter {
  readonly #blocks: Block[] = []
  #line = ''
  #breaks = 0
  #headings = 0

  open(tag: string): void {
    const name = tag.toUpperCase()
    if (name === 'BR') {
      this.#breaks++
      this.#line += '\n'
    }
    if (blockNames.has(name)) this.#flush()
    if (cell.test(name)) this.#line += ' '
    if (heading.test(name)) this.#headings++
  }

  text(text: string): void {
    if (text.trim()) {
      if (this.#breaks > 1) this.#flush()
      this.#breaks = 0
    }
    this.#line += text
  }

  close(tag: string): void {
    const name = tag.toUpperCase()
    if (blockNames.has(name)) this.#flush()
    if (heading.test(name)) this.#headings = Math.max(0, this.#headings - 1)
  }

  end(): readonly Block[] {
    this.#flush()
    return this.#blocks
  }

  #flush(): void {
    const text = cleanLine(this.#line)
    if (text) this.#blocks.push({ text, heading: this.#headings > 0 })
    this.#line = ''
    this.#breaks = 0
  }
}

/** The paragraphs beneath a node, in order. */
export function readBlocks(root: TextNode): readonly Block[] {
  const blocks = new BlockWriter()
  const walk = (node: TextNode) => {
    if (node.nodeType === 3) blocks.text(node.nodeValue ?? '')
    if (node.nodeType !== 1) return
    blocks.open(node.nodeName)
    for (const child of node.childNodes) walk(child)
    if (node.nodeName !== 'BR') blocks.close(node.nodeName)
  }
  walk(root)
  return blocks.end()
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
