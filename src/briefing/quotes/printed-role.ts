import { menNames, womenNames } from '../lexicon/given-names.ts'

/** What stands abbreviated before a name and is read in full beside it. */
const abbreviated: Readonly<Record<string, string>> = {
  sen: 'Senator',
  rep: 'Representative',
  gov: 'Governor',
  gen: 'General',
  maj: 'Major',
  col: 'Colonel',
  lt: 'Lieutenant',
  capt: 'Captain',
  sgt: 'Sergeant',
  cmdr: 'Commander',
  adm: 'Admiral',
  prof: 'Professor',
  rev: 'Reverend',
}
const abbreviation =
  /(?<!\p{L})(?:Sen|Rep|Gov|Gen|Maj|Col|Lt|Capt|Sgt|Cmdr|Adm|Prof|Rev)\.?(?![\p{L}.])/gu

/** What somebody is to somebody else says nothing of who they are, and less when that one is a pronoun. */
const kinship =
  /^(?:(?:his|her|their|my|our|your|he|she|they|the|a|an)\s(?:and\s)?(?:\p{L}+\s)?)?(?:wife|husband|father|mother|dad|mum|mom|son|daughter|brother|sister|cousin|uncle|aunt|friend|partner|colleague|neighbou?r|man|woman)$/iu

/** "His spokesman": whose is not seen beside the quote. */
const possessive =
  /^(?:his|her|their|its|my|our|sus?|sua|suo|seu|son|sa|leur|seine?r?|ihre?r?|zijn|haar|hun)\s(?=\p{L})/iu

/** A role as it is printed behind a name; undefined where it says nothing by itself or ends in somebody else's name. */
export function printedRole(role: string | undefined): string | undefined {
  if (role === undefined) return undefined
  const full = role.replace(abbreviation, (short) => {
    const [letters = ''] = short.toLowerCase().split('.')
    return abbreviated[letters] ?? short
  })
  const last = full.split(/\s+/).at(-1)?.toLowerCase() ?? ''
  if (menNames.has(last) || womenNames.has(last)) return undefined
  if (/^Dr\.?$/u.test(full) || kinship.test(full) || /\b(?:he|she|they|i|we)\b/iu.test(full))
    return undefined
  return full
    .replace(/^(?:Mr|Mrs|Ms)\.?\s/u, '')
    .replace(possessive, '')
    .replace(/^the\s(?!.*['’]s\s)/iu, '')
}
