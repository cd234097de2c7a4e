import type { Range } from '../../../../domain/passage.ts'
import { type Html, html } from '../../render/html.ts'

/** A stretch of an article that something rests on. */
export type Mark = Range & {
  /** `said`: words of a quote; `who`: what tells whose they are; `rests`: what a point rests on. */
  readonly kind: 'said' | 'who' | 'rests'
  /** Where a link to the mark leads. */
  readonly id?: string
}

/** Several paragraphs of an article, some of them left out between them. */
export type Excerpt = readonly { readonly range: Range; readonly isAfterGap: boolean }[]

/** The paragraphs in which the ranges stand. */
export function excerptAround(text: string, ranges: readonly Range[]): Excerpt {
  const all = paragraphs(text)
  const touched = all.map((range) =>
    ranges.some((each) => each.start < range.end && range.start < each.end),
  )
  return all.flatMap((range, at) =>
    touched[at] ? [{ range, isAfterGap: touched.indexOf(true) < at && !touched[at - 1] }] : [],
  )
}

/** The whole text, paragraph by paragraph. */
export function wholeText(text: string): Excerpt {
  return paragraphs(text).map((range) => ({ range, isAfterGap: false }))
}

function paragraphs(text: string): readonly Range[] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.trimEnd().length,
  }))
}

/** The paragraphs with the marks in them; each word stands once, whatever marks meet there. */
export function markedHtml(text: string, excerpt: Excerpt, marks: readonly Mark[]): Html {
  return html`${excerpt.map(
    ({ range, isAfterGap }) =>
      html`${isAfterGap && html`<p class="gap">[…]</p>`}<p>${piecesOf(range, marks).map((piece) => pieceHtml(text, piece))}</p>`,
  )}`
}

type Piece = Range & { readonly marks: readonly Mark[] }

function piecesOf({ start, end }: Range, marks: readonly Mark[]): readonly Piece[] {
  const within = marks.filter((mark) => mark.start < end && start < mark.end)
  const edges = within.flatMap((mark) => [Math.max(mark.start, start), Math.min(mark.end, end)])
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end
    return {
      start: from,
      end: to,
      marks: within.filter((mark) => mark.start <= from && to <= mark.end),
    }
  })
}

function pieceHtml(text: string, { start, end, marks }: Piece): Html {
  const words = text.slice(start, end)
  const kinds = new Set(marks.map(({ kind }) => kind))
  const id = marks.find((mark) => mark.id !== undefined && mark.start === start)?.id
  const anchor = id !== undefined && html` id="${id}"`
  const named = kinds.has('who') ? html`<u>${words}</u>` : html`${words}`
  if (kinds.has('said')) return html`<mark${anchor}>${named}</mark>`
  return kinds.has('rests') ? html`<mark class="rests"${anchor}>${named}</mark>` : named
}
