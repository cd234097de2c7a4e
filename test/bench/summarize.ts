import { findQuotes } from '../../src/briefing/quotes/find-quotes.ts'
import { summarizeText } from '../../src/briefing/summarize/summarize-text.ts'

/** Prints how many articles one core summarizes and reads for quotations in a second of its time. */
export async function run(args: readonly string[]): Promise<void> {
  const articles = Number(args[0] ?? 1000)
  console.log('| part | articles | ms an article | articles a second |\n|---|---|---|---|')
  const texts = Array.from({ length: articles }, (_, at) => inventArticle(at))
  report('summarize', texts, (text) => summarizeText({ text }, { maxSentences: 3, maxWords: 60 }))
  report('quotes', texts, (text) => findQuotes({ text }))
  report('both', texts, (text) => {
    summarizeText({ text }, { maxSentences: 3, maxWords: 60 })
    findQuotes({ text })
  })
}

function report(name: string, texts: readonly string[], work: (text: string) => unknown): void {
  for (const text of texts.slice(0, 50)) work(text)
  const from = process.cpuUsage()
  for (const text of texts) work(text)
  const { user, system } = process.cpuUsage(from)
  const ms = (user + system) / 1000 / texts.length
  console.log(`| ${name} | ${texts.length} | ${ms.toFixed(2)} | ${(1000 / ms).toFixed(0)} |`)
}

const people = ['Ana Ruiz', 'Karl Brandt', 'Mina Okafor', 'Yann Le Goff']
const things = ['bridge', 'harbour', 'tunnel', 'council', 'ferry', 'repair', 'traffic', 'costs']

/** About 5,000 characters of news: 30 paragraphs, every third a quotation. */
function inventArticle(seed: number): string {
  const pick = (list: readonly string[], at: number) => list[(seed * 7 + at * 13) % list.length]
  return Array.from({ length: 30 }, (_, at) => {
    const [who, one, two] = [pick(people, at), pick(things, at), pick(things, at + seed + 1)]
    const surname = who?.split(' ').at(-1)
    if (at % 3 === 1)
      return `“The ${one} will not wait for the ${two},” ${surname} told reporters. “We have said so ${at + 2} times.”`
    return `Mayor ${who} said on Tuesday that the ${one} near the ${two} would cost ${seed + at} million and take until March, after inspectors found cracks.`
  }).join('\n\n')
}
