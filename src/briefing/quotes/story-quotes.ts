import type { Range } from '../../domain/passage.ts'
import type { Speaker } from '../../domain/quote.ts'
import { chooseKeyQuotes } from './choose-key-quotes.ts'
import { type FoundQuote, findQuotes, type QuotedText } from './find-quotes.ts'

/** A quotation fit to be printed: somebody says it. */
type SpokenQuote<Source> = Omit<FoundQuote, 'speaker'> & {
  readonly speaker: Speaker
  readonly source: Source
}

/**
 * The best quotes of the texts that tell one story, in the order of the texts and of their places there; none that stands in
 * a printed point or says what one says.
 */
export function storyQuotes<Source extends QuotedText>(
  sources: readonly Source[],
  printed: readonly { readonly text: string; readonly source: Source; readonly range: Range }[],
  most: number,
  isKnown: (text: string) => boolean = () => false,
): readonly SpokenQuote<Source>[] {
  if (most === 0) return []
  const spoken = sources.flatMap((source) =>
    findQuotes(source).flatMap((quote) => toSpoken(quote, source)),
  )
  const free = spoken
    .map(withoutTrailingComma)
    .filter(
      ({ source, text, start, end }) =>
        !isKnown(text) &&
        !printed.some(
          (one) => one.source === source && start < one.range.end && one.range.start < end,
        ),
    )
  const texts = printed.map((one) => one.text)
  const chosen = chooseKeyQuotes(free, { most, printed: texts, language: sources[0]?.language })
  return free.filter((quote) => chosen.includes(quote))
}

function toSpoken<Source>(quote: FoundQuote, source: Source): readonly SpokenQuote<Source>[] {
  const { speaker } = quote
  return speaker ? [{ ...quote, speaker, source }] : []
}

/** The comma belongs to the sentence around the quotation, not to what was said. */
function withoutTrailingComma<Source>(quote: SpokenQuote<Source>): SpokenQuote<Source> {
  if (!quote.text.endsWith(',')) return quote
  return { ...quote, end: quote.end - 1, text: quote.text.slice(0, -1) }
}
