import { guessLanguage } from '../text/guess-language.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { italian } from './italian.ts'
import type { Lexicon } from './lexicon.ts'
import { portuguese } from './portuguese.ts'
import { spanish } from './spanish.ts'

const lexicons: Readonly<Record<string, Lexicon>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
}

/** The words of a text's language, a BCP 47 tag; guessed from the text where no tag is known, English where there are none. */
export function lexiconOf(language: string | undefined, text: string): Lexicon {
  const primary = (language ?? guessLanguage(text)).toLowerCase().split(/[-_]/)[0] ?? ''
  return lexicons[primary] ?? english
}
