import type { Range } from '../../domain/passage.ts'

export type Paragraph = Range & { readonly isHeading: boolean }

/** Longer than this no article is; what comes after it is not looked at, so that no text can take a second. */
export const maxTextLength = 150_000

/** A line break that is only the width of a page: what follows goes on in the middle of a sentence. */
const lineEnd = /\n(?!\p{Ll})\s*/gu

/** The paragraphs of a text without the white space around them; a line that only goes on is part of the one before. */
export function paragraphsOf(text: string, headings: readonly Range[] = []): readonly Paragraph[] {
  const looked = text.slice(0, maxTextLength)
  const marked = new Set(headings.map((heading) => heading.start))
  const paragraphs: Paragraph[] = []
  let from = 0
  const close = (to: number) => {
    const raw = looked.slice(from, to)
    const start = from + raw.length - raw.trimStart().length
    const end = from + raw.trimEnd().length
    if (end > start) {
      const isHeading = marked.has(start) || looksLikeHeading(looked.slice(start, end))
      paragraphs.push({ start, end, isHeading })
    }
  }
  for (const gap of looked.matchAll(lineEnd)) {
    close(gap.index)
    from = gap.index + gap[0].length
  }
  close(looked.length)
  return paragraphs
}

/** A short line that ends as no sentence does. */
function looksLikeHeading(line: string): boolean {
  return line.length < 80 && !/[.!?…:;,–—"'”’»)\]]$|[。！？।]/u.test(line)
}
