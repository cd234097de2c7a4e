import type { Quote } from '../../../src/domain/quote.ts'

/** A true quote, and what else its article and the others say. */
export type Given = {
  readonly quote: Quote
  /** Other people's quotes of the same article. */
  readonly beside: readonly Quote[]
  /** Quotes of other articles. */
  readonly elsewhere: readonly Quote[]
}

/** A quote made false in one way; undefined where it cannot be made false so. */
type Damage = (given: Given) => Quote | undefined

const words = (quote: Quote) => quote.text.split(' ')
const saying = (quote: Quote, text: string): Quote | undefined =>
  text === quote.text ? undefined : { ...quote, text }

/** The mistakes that people and language models make. */
export const damages: Readonly<Record<string, Damage>> = {
  'one word replaced by another of the same quote': ({ quote }) => {
    const long = words(quote).filter((word) => /^\p{L}{5,}$/u.test(word))
    const [from = '', to = ''] = [long[0], long.at(-1)]
    return from === to ? undefined : saying(quote, quote.text.replace(from, to))
  },
  'a “not” put in or taken out': ({ quote }) => {
    const without = quote.text.replace(/\b(?:not|never|no|nicht|kein\w*)\s|n[’']t\b/iu, '')
    if (without !== quote.text) return saying(quote, without)
    return saying(
      quote,
      quote.text.replace(/\b(is|are|was|will|can|have|has|ist|wird)\b/u, '$1 not'),
    )
  },
  'the middle left out': ({ quote }) => {
    const all = words(quote)
    return all.length < 10
      ? undefined
      : saying(quote, [...all.slice(0, 4), ...all.slice(-4)].join(' '))
  },
  'two quotes made one': ({ quote, beside: [other] }) =>
    other && saying(quote, `${quote.text} ${other.text}`),
  'given to another speaker of the article': ({ quote, beside }) => {
    const other = beside.find(({ speaker }) => speaker.name !== quote.speaker.name)
    return other && { ...quote, speaker: other.speaker }
  },
  'given to somebody whom the article does not name': ({ quote }) => ({
    ...quote,
    speaker: { name: 'Zoltan Quist', role: undefined },
  }),
  'taken from another article': ({ quote, elsewhere: [other] }) =>
    other && { ...quote, text: other.text },
}
