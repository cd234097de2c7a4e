import type { Speaker } from '../../domain/quote.ts'
import { gistOf, saysSame } from '../text/says-same.ts'

/** A second quote of the same speaker must be so much better than a first of another. */
const sameSpeaker = 0.75

type Weighed = {
  readonly text: string
  readonly weight: number
  readonly speaker: Speaker | undefined
}

type Choice = {
  readonly most: number
  /** What a reader sees anyway, beside the quotes. */
  readonly printed?: readonly string[]
  readonly language?: string | undefined
}

/** The quotes to print, the best first: each says something that neither another of them nor what is printed anyway says. */
export function chooseKeyQuotes<Quote extends Weighed>(
  quotes: readonly Quote[],
  { most, printed = [], language }: Choice,
): readonly Quote[] {
  const said = printed.map((text) => gistOf(text, language))
  let left = quotes
    .filter((quote) => quote.weight > 0)
    .map((quote) => ({ quote, gist: gistOf(quote.text, language) }))
  const chosen: Quote[] = []
  const worthOf = ({ weight, speaker }: Quote) =>
    weight * sameSpeaker ** chosen.filter((one) => one.speaker?.name === speaker?.name).length
  while (chosen.length < most) {
    left = left.filter(({ gist }) => !said.some((other) => saysSame(gist, other)))
    const next = left.toSorted((a, b) => worthOf(b.quote) - worthOf(a.quote))[0]
    if (!next) break
    chosen.push(next.quote)
    said.push(next.gist)
  }
  return chosen
}
