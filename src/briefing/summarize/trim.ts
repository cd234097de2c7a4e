import type { Range } from '../../domain/passage.ts'

/** "LONDON, Jan. 27 — ", "(CNN) -- ", "NEW YORK (Reuters) - ", "By. Jane Doe. ": where and for whom it was written. */
const dateline =
  /^(?:\([A-Z][\w .&]{1,20}\)\s*(?:--|[-–—])?\s*|(?:\p{Lu}[\p{Lu}.'’ -]+,?\s?(?:\p{Lu}[\w.]+,?\s?\d{0,2},?\s?){0,4}(?:\([\w .&]{2,20}\)\s*)?)(?:--|[–—―]|\s-\s)\s*)/u

/** "Sanaa, Yemen (CNN)", "Los Angeles (AP) -- ": the agency stands in brackets after the place. */
const agency =
  /^(?:\p{Lu}[\p{L}.'’-]{1,20}(?:,?\s\p{Lu}[\p{L}.'’-]{0,20}){0,4},?\s)?\((?:\p{Lu}{2,6}(?: [\p{L} ]{1,20})?|Reuters|Bloomberg)\)\s*(?:--|[-–—:])?\s*/u

/** Words that tie a sentence to the one before and can go without a change of sense. */
const connective =
  /^(?:But|And|So(?! (?:far|long|many|much|few|called)\b)|Yet(?! (?:another|again|more|to)\b)|However|Meanwhile|Moreover|Furthermore|Nevertheless|Nonetheless|Instead|Also|Additionally|In addition|In fact|Indeed|Of course|For example|For instance|As a result|Therefore|Thus|Elsewhere|Separately|Aber|Und|Doch|Allerdings|Zudem|Außerdem|Mais|Cependant|Pero|Sin embargo|Ma|Tuttavia|Mas|Maar),?\s+(?=[\p{L}\p{N}"“])/u

/** The same, said only where a comma follows. */
const connectiveBeforeComma =
  /^(?:Still|Then|Now|Later|Earlier|Finally|Similarly|Likewise|Besides|Overall|Again|First|Second|Third|Rather|Consequently|Accordingly|At the same time|On the other hand|By contrast|In contrast|Unsurprisingly|Not surprisingly|Sadly|Interestingly|Dazu|Dabei|En outre|Por otra parte|Inoltre|Além disso|Bovendien),\s+/u

/** Asides for the eye of who sees the picture. */
const pictureAside =
  /\s*\((?:[^()]{0,30}\b)?(?:pictured|file photo|photo|centre|center|left|right|above|below)\b[^()]{0,30}\)/giu

/** "• ", "UPDATE: ", "EXCLUSIVE – ": what an editor has put before the sentence. */
const kicker =
  /^(?:[•▪◦*·]\s+)?(?:(?:UPDATE[D]?|BREAKING|EXCLUSIVE|LIVE|CORRECTION|EIL(?:MELDUNG)?)\s*[:–—-]\s+)?/u

/** The part of a sentence that says something by itself: without dateline and connective at its head. */
export function trimHead(sentence: string): Range {
  let start = kicker.exec(sentence)?.[0].length ?? 0
  const bare = sentence.slice(start)
  start += (agency.exec(bare) ?? dateline.exec(bare))?.[0].length ?? 0
  for (const pattern of [connective, connectiveBeforeComma]) {
    start += pattern.exec(sentence.slice(start))?.[0].length ?? 0
  }
  return { start, end: sentence.length }
}

/** The sentence as a point is printed: one line, no asides for pictures, a capital at its head. */
export function toPointText(sentence: string): string {
  const bare = sentence.replace(pictureAside, '').replace(/\s+/g, ' ').trim()
  return bare.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** A relative clause that only adds, at the end of a sentence: ", which …", ", whose …", ", according to …". */
const addedClause =
  /,\s(?:which|whose|where|with whom|a move|prompting|according to (?:reports|the (?:paper|newspaper|report)))\s[^,;:"“”–—]{8,}(?:,[^,;:"“”–—]*)*[.]$/u

/** The sentence without a closing clause that only adds; the sentence itself where there is none that can go. */
export function withoutAddedClause(sentence: string): string {
  const found = addedClause.exec(sentence)
  if (!found || found.index < 40 || hasOpenMark(sentence.slice(0, found.index))) return sentence
  return `${sentence.slice(0, found.index)}.`
}

/** A quotation or a bracket begins in it and does not end. */
export function hasOpenMark(text: string): boolean {
  const count = (mark: RegExp) => (text.match(mark) ?? []).length
  return count(/"/g) % 2 === 1 || count(/“/g) !== count(/”/g) || count(/\(/g) !== count(/\)/g)
}
