import { cleanLine } from '../../support/text/clean.ts'
import { wordsOf } from '../text/words.ts'

/** Addresses, and what platforms turn into mentions: nothing of the kind is a briefing's own text. */
const addressOrMention =
  /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:mailto|tel|javascript|data|vbscript|slack|discord):|<[@!#:/a-z]|@(?:everyone|here|channel|\S)|\]\(|\bdiscord\.gg\b|\b[\p{L}\p{N}-]+\.(?:com|org|net|io|gg|co|ru|cn|info|biz|xyz|top|link|click|app|dev|example|test|invalid|evil)\b(?:\/|\b)/iu

/** Whether a text has something that a platform would make a link or a mention of. */
export function hasAddressOrMention(text: string): boolean {
  return addressOrMention.test(text)
}

/** No word of a language that is written with spaces is as long; encoded text is. */
const longestWord = 40

/** Why a text is not fit to be printed, whatever it says. */
export function unprintableIn(text: string): string | undefined {
  if (!/\p{L}/u.test(text)) return 'It has no words.'
  if (cleanLine(text) !== text) return 'It has characters that are no text.'
  if (hasAddressOrMention(text)) return 'It has an address or a mention.'
  if (wordsOf(text).some((word) => word.length > longestWord)) return 'It has no words.'
  return undefined
}
