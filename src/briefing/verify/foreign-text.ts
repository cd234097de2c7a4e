import { cleanLine } from '../../support/text/clean.ts'
import { wordsOf } from '../text/words.ts'

/** Addresses that platforms make links of, and what they make mentions of. */
const addressOrMention =
  /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:mailto|tel|javascript|data|vbscript|slack|discord):|<[@!#:/a-z]|@(?:everyone|here|channel)\b|\]\(/iu

/** Names of sites and of people on networks: harmless where the article has them, never the model's to add. */
const siteOrAccount =
  /@\S|\b[\p{L}\p{N}-]+\.(?:com|org|net|io|gg|co|ru|cn|info|biz|xyz|top|link|click|app|dev|example|test|invalid|evil)\b/iu

/** Whether a text of our own making has something that a platform would make a link or a mention of. */
export function hasAddressOrMention(text: string): boolean {
  return addressOrMention.test(text) || siteOrAccount.test(text)
}

/** No word of a language that is written with spaces is as long; encoded text is. */
const longestWord = 40

/** Why a text is not fit to be printed, whatever it says; `isVerbatim` when it is the article's own. */
export function unprintableIn(text: string, isVerbatim = false): string | undefined {
  if (!/\p{L}/u.test(text)) return 'It has no words.'
  if (!isVerbatim && cleanLine(text) !== text) return 'It has characters that are no text.'
  const isOpen = isVerbatim ? addressOrMention.test(text) : hasAddressOrMention(text)
  if (isOpen) return 'It has an address or a mention.'
  if (wordsOf(text).some((word) => word.length > longestWord)) return 'It has no words.'
  return undefined
}
