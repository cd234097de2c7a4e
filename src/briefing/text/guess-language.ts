import { stopWords } from './stop-words.ts'

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']

/** So much of a text shows its language. */
const sampleLength = 3000

/** The language whose small words a text has most of; English where it has none of any. */
export function guessLanguage(text: string): string {
  const words =
    text
      .slice(0, sampleLength)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const counts = languages.map((language) => {
    const stops = stopWords(language)
    return { language, count: words.filter((word) => word.length > 1 && stops.has(word)).length }
  })
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).language
}
