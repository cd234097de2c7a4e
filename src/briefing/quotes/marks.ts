import type { Range } from '../../domain/passage.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { scanDoubleMarks } from './scan-double-marks.ts'
import { scanSingleMarks } from './scan-single-marks.ts'

/** Words between quotation marks, as far as they stand in one paragraph. */
export type MarkedWords = Range & {
  /** The same with its marks. */
  readonly outer: Range
  /** The paragraph ends before the quotation does. */
  readonly isOpen: boolean
}

export type QuotedSpan = MarkedWords & { readonly paragraph: number }

/**
 * Every quotation of the text, in order: straight, curly, low-high, angled and doubled single marks; single ones where the
 * text quotes with those. A quotation that runs on into the next paragraph is one span in each.
 */
export function quotedSpans(text: string, paragraphs: readonly Paragraph[]): readonly QuotedSpan[] {
  const double = paragraphs.flatMap((one, i) => inParagraph(scanDoubleMarks(text, one), i))
  const single = paragraphs.flatMap((one, i) => inParagraph(scanSingleMarks(text, one), i))
  const freeSingle = outside(single, double)
  const freeDouble = outside(double, single)
  if (lengthOf(freeSingle) <= lengthOf(freeDouble)) return withoutStrays(double, paragraphs, text)
  return [...single, ...freeDouble].sort((a, b) => a.start - b.start)
}

function inParagraph(found: readonly MarkedWords[], paragraph: number): QuotedSpan[] {
  return found.map((span) => ({ ...span, paragraph }))
}

/** The spans that do not lie inside a span of the other list. */
function outside(spans: readonly QuotedSpan[], others: readonly QuotedSpan[]): QuotedSpan[] {
  let at = 0
  return spans.filter((span) => {
    while ((others[at]?.outer.end ?? Number.POSITIVE_INFINITY) <= span.start) at++
    const other = others[at]
    return !other || span.end < other.outer.start || span.outer.start < other.outer.start
  })
}

function lengthOf(spans: readonly QuotedSpan[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0)
}

/** An opening mark that nothing closes counts at the head of a paragraph or sentence and after a colon or comma; elsewhere it is a slip. */
function withoutStrays(
  spans: readonly QuotedSpan[],
  paragraphs: readonly Paragraph[],
  text: string,
): readonly QuotedSpan[] {
  return spans.filter((span) => {
    if (!span.isOpen) return true
    const from = paragraphs[span.paragraph]?.start ?? 0
    return /^$|[,:.?!…]\s*$/.test(
      text.slice(Math.max(from, span.outer.start - 5), span.outer.start),
    )
  })
}
