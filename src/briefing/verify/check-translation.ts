import type { Article } from '../../domain/article.ts'
import type { Quote } from '../../domain/quote.ts'
import { checkStatement } from './check-statement.ts'
import { hasAddressOrMention } from './foreign-text.ts'
import { groundOf } from './ground.ts'
import { isFalse } from './issue.ts'
import { isSameNumber, numbersIn } from './numbers.ts'
import { isSameLanguage } from './same-language.ts'

/** A translation is neither much shorter nor much longer than what it translates. */
const lengthRatio = { least: 0.4, most: 2.5 }

/** The quote with its translation where that can stand beside it, else without. */
export function withCheckedTranslation(
  quote: Quote,
  translation: string | undefined,
  article: Article,
  language: string | undefined,
): Quote {
  if (translation === undefined || language === undefined) return quote
  const isWanted = !isSameLanguage(language, article.language) && article.language !== undefined
  return isWanted && canStand(translation, quote, article, language)
    ? { ...quote, translation }
    : quote
}

function canStand(translation: string, quote: Quote, article: Article, language: string): boolean {
  const ratio = translation.length / Math.max(quote.text.length, 1)
  if (ratio < lengthRatio.least || ratio > lengthRatio.most) return false
  if (hasAddressOrMention(translation)) return false
  const said = numbersIn(quote.text, article.language)
  const told = numbersIn(translation, language)
  const agree =
    said.every(
      (number) => number.value <= 1 || told.some((other) => isSameNumber(number, other)),
    ) &&
    told.every((number) => number.value <= 1 || said.some((other) => isSameNumber(number, other)))
  const none = { words: new Set<string>(), numbers: new Set<number>(), days: new Set<string>() }
  return agree && !checkStatement(translation, groundOf(article), none, language).some(isFalse)
}
