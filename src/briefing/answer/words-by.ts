import type { Article } from '../../domain/article.ts'
import type { Passage } from '../../domain/passage.ts'
import type { Speaker } from '../../domain/quote.ts'
import { type FoundQuote, findQuotes } from '../quotes/find-quotes.ts'
import { sensesIn } from '../text/senses.ts'
import { wordsOf } from '../text/words.ts'
import { groundOf } from '../verify/ground.ts'
import { bareName } from '../verify/names.ts'
import type { Question } from './read-question.ts'

type Words = { readonly text: string; readonly passage: Passage; readonly merit: number }

/** A quotation shorter than this says nothing alone. */
const fewestWords = 4

/** The quotations of whoever the question names, the most fitting first; "they" in them stay as they were said. */
export function wordsBy(question: Question, articles: readonly Article[]): readonly Words[] {
  const { speaker } = question
  if (speaker === undefined) return []
  const found = articles.flatMap((article) =>
    findQuotes(article)
      .filter((quote) => quote.speaker && isNamed(quote.speaker, speaker))
      .filter(({ text }) => wordsOf(text).length >= fewestWords)
      .map((quote) => toWords(quote, article, question)),
  )
  const reported = articles.flatMap((article) => reportedBy(speaker, article, question))
  const all = [...found, ...reported.filter((one) => !found.some((quote) => overlap(quote, one)))]
  const fitting = question.senses.length === 0 ? all : all.filter(({ merit }) => merit >= 1)
  return fitting.sort((a, b) => b.merit - a.merit)
}

function overlap(a: Words, b: Words): boolean {
  const [one, other] = [a.passage, b.passage]
  return one.articleId === other.articleId && one.start < other.end && other.start < one.end
}

const saying =
  /\b(?:sa(?:id|ys)|told|tells|warn(?:ed|s)|called|announced?s?|add(?:ed|s)|argued?s?|promised?s?|den(?:ied|ies)|claim(?:ed|s)|insist(?:ed|s)|believed?s?|thinks?|thought|demand(?:ed|s)|urged?s?|criticis?z?ed|described?s?|sagte?n?|erklärte?n?|a dit|dijo|disse|ha detto|zei)\b/iu
const quoted = /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»/gu

/** The one who says something stands this near before the verb. */
const subjectUnits = 60

/** Sentences that tell what the speaker said without quoting: the speaker stands before the verb. */
function reportedBy(speaker: string, article: Article, question: Question): readonly Words[] {
  return groundOf(article).sentences.flatMap((sentence) => {
    const own = sentence.text.replace(quoted, ' ')
    const verb = saying.exec(own)
    const before = verb ? own.slice(Math.max(0, verb.index - subjectUnits), verb.index) : ''
    if (!isNamed({ name: before, role: undefined }, speaker)) return []
    const { start, end, text } = sentence
    const merit = meritOf(question, article, start, text, 0)
    return [{ text, passage: { articleId: article.id, start, end }, merit }]
  })
}

const particles = new Set(['of', 'the', 'for', 'and', 'in', 'de', 'der', 'von', 'du', 'la'])

/** Each word of the question's naming is in the speaker's name or role: "the mayor", "Ana Ruiz", "Mayor Ruiz". */
function isNamed({ name, role }: Speaker, asked: string): boolean {
  const known = new Set(wordsOf(`${name} ${role ?? ''}`).map(bareName))
  const words = wordsOf(asked)
    .map(bareName)
    .filter((word) => !particles.has(word))
  return (
    words.length > 0 && words.every((word) => known.has(word) || known.has(word.replace(/s$/, '')))
  )
}

/** The sentence when it names the speaker, else the words alone behind the name. */
function toWords(quote: FoundQuote, article: Article, question: Question): Words {
  const around = groundOf(article).sentences.filter(
    ({ start, end }) => start < quote.end && quote.start < end,
  )
  const [first] = around
  const last = around.at(-1)
  const whole = first && last ? { start: first.start, end: last.end } : quote
  const sentence = article.text.slice(whole.start, whole.end)
  const surname = wordsOf(quote.speaker?.name ?? '').at(-1) ?? ''
  const isNamedThere = sentence.replace(quote.text, '').includes(surname)
  const text = isNamedThere ? sentence : `${nameOf(quote.speaker)}: “${quote.text}”`
  const range = isNamedThere ? whole : quote
  return {
    text,
    passage: { articleId: article.id, start: range.start, end: range.end },
    merit: meritOf(question, article, whole.start, sentence, quote.weight),
  }
}

/** At least 1 when the words speak of what the question is about; weightier words stand first among equals. */
function meritOf(
  question: Question,
  article: Article,
  start: number,
  sentence: string,
  weight: number,
): number {
  const context = `${article.title} ${contextOf(article, start)} ${sentence}`
  const senses = new Set(sensesIn(context, article.language))
  const hits = question.senses.filter((sense) => senses.has(sense)).length
  const share = question.senses.length === 0 ? 0 : hits / question.senses.length
  return (share >= 0.5 ? 1 : 0) + share + Math.min(weight, 100) / 1000
}

/** The paragraph before: what the words answer to. */
function contextOf(article: Article, at: number): string {
  return article.text.slice(0, at).trimEnd().split('\n').at(-1) ?? ''
}

function nameOf(speaker: Speaker | undefined): string {
  return speaker?.role ? `${speaker.name}, ${speaker.role}` : (speaker?.name ?? '')
}
