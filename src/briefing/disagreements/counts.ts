import type { Article } from '../../domain/article.ts'
import type { Range } from '../../domain/passage.ts'
import { sentencesOf } from '../summarize/sentences.ts'
import { numbersIn } from '../verify/numbers.ts'

/** What news counts and outlets count differently. A new kind needs words in every catalogue (`counted.…`). */
export type Counted = 'dead' | 'injured' | 'missing' | 'arrested'

/** A figure as an article gives it, with the sentence that gives it. */
export type Count = Range & {
  readonly value: number
  /** The words that count: "12 people were injured". */
  readonly words: string
}

/** Further on stand earlier events and background. */
const leadSentences = 8

const number = String.raw`(?<![\p{L}\p{N}.,$€£])(\d{1,3}(?:[.,]\d{3})+|\d{1,6})(?![.,]?\d|\s?%)`
const people = String.raw`(?:(?:people|persons|Menschen|Personen|personnes|personas|pessoas)\s+)?`
const verbs = String.raw`(?:(?:are|were|was|have been|had been|has been|sind|wurden|ont été|sont|fueron|han sido|foram)\s+)?`

/** The words for each kind after a figure ("12 people were killed") and before it ("killing 12 people"). */
const wordsOf: Readonly<Record<Counted, { readonly after: string; readonly before: string }>> = {
  dead: {
    after: 'dead|killed|deaths|died|Tote|tot|getötet|morts|tués|muertos|mortos',
    before: 'killed|killing|kills|death toll (?:rose|rises|has risen|climbed) to',
  },
  injured: {
    after: 'injured|wounded|hurt|injuries|Verletzte|verletzt|blessés|heridos|feridos',
    before: 'injured|injuring|injures|wounded|wounding|hurting',
  },
  missing: {
    after: 'missing|unaccounted for|Vermisste|vermisst|disparus|desaparecidos',
    before: 'missing:',
  },
  arrested: {
    after:
      'arrested|detained|arrests|Festnahmen|festgenommen|arrêtés|interpellés|detenidos|detidos',
    before: 'arrested|arresting|detained|detaining',
  },
}

/** After a figure that counts people and not a part of them: "killed 12 police officers" counts something else. */
const alone = String.raw`(?:\s+(?:people|persons|others))?(?=[.,;:)]|\s+(?:in|on|at|and|when|after|near|during|as|by|while|across|over|since|including)\b|$)`

const patterns = new Map<Counted, readonly RegExp[]>(
  (Object.keys(wordsOf) as Counted[]).map((kind) => {
    const { after, before } = wordsOf[kind]
    return [
      kind,
      [
        new RegExp(String.raw`${number}\s+${people}${verbs}(?:${after})(?!\p{L})`, 'gu'),
        new RegExp(
          String.raw`(?<!\p{L})(?:${before})\s+(?:at least\s+|some\s+|about\s+|more than\s+)?${number}${alone}`,
          'gu',
        ),
      ],
    ]
  }),
)

/** What an article counts in its beginning; a kind of which it gives two figures is left out, for they count two things. */
export function countsIn(article: Pick<Article, 'text' | 'language'>): ReadonlyMap<Counted, Count> {
  const sentences = sentencesOf(article.text, article.language).slice(0, leadSentences)
  const counts = new Map<Counted, Count>()
  for (const [kind, forms] of patterns) {
    const found = sentences.flatMap(({ text, start, end }) =>
      figuresIn(inDigits(text, article.language), forms).map((figure) => ({
        ...figure,
        start,
        end,
      })),
    )
    const [first] = found
    if (first && found.every(({ value }) => value === first.value)) counts.set(kind, first)
  }
  return counts
}

/** "Twelve people" as "12 people". */
function inDigits(text: string, language: string | undefined): string {
  const words = numbersIn(text, language?.split('-')[0]).filter(
    (number) => number.kind === 'plain' && /^\p{L}/u.test(number.text),
  )
  return words.reduceRight(
    (said, { value, start, end }) => `${said.slice(0, start)}${value}${said.slice(end)}`,
    text,
  )
}

function figuresIn(text: string, forms: readonly RegExp[]) {
  return forms.flatMap((form) =>
    [...text.matchAll(form)].map(([words, figure = '']) => ({
      words,
      value: Number(figure.replace(/[.,]/g, '')),
    })),
  )
}
