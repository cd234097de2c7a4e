import { stopWords } from '../text/stop-words.ts'
import { wordsOf } from '../text/words.ts'

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']

/** Fewer common words than this prove nothing. */
const fewest = 4

/** The text is clearly in another of the languages whose common words we know. */
export function isInAnotherLanguage(text: string, wanted: string): boolean {
  const words = wordsOf(text).map((word) => word.toLowerCase())
  const count = (language: string) => words.filter((word) => stopWords(language).has(word)).length
  const primary = wanted.toLowerCase().split('-')[0] ?? ''
  if (!languages.includes(primary)) return false
  const own = count(primary)
  return languages.some((language) => {
    const theirs = language === primary ? 0 : count(language)
    return theirs >= fewest && theirs > own * 2
  })
}
