/** Controls but tab, line feed and carriage return; bidirectional overrides and marks; what takes no width and says nothing. */
const unseen =
  /\u034F|\u17B4|\u17B5|[\u180B-\u180D]|\u180F|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}\u{E0001}\u{E0002}-\u{E001F}\u{E0080}-\u{E00FF}]/gu

/** Tag characters that are not the tail of a flag (Unicode TR51, emoji tag sequences). */
const tagsOutsideFlags = /(\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F})|[\u{E0020}-\u{E007F}]/gu

/** Joiners belong between letters (Persian, Indic scripts) and inside emoji sequences, one at a time. */
const strayJoiners =
  /(?<!\uFE0F|[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu

/** No script stacks more marks on one letter; more is an attack on the layout. */
const tooManyMarks = /(\p{M}{8})\p{M}+/gu

/** Only the first of several variation selectors can mean something; a run of them carries hidden text. */
const selectorRuns = /([\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+/gu

const plain = /^[\t\n\r\u0020-\u007E]*$/

/**
 * Foreign text made fit for a message and for comparing: well-formed, NFC, nothing invisible, lines ended by `\n`.
 * Cleaning clean text changes nothing.
 */
export function cleanText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (plain.test(lines)) return lines
  return lines
    .toWellFormed()
    .replace(/[\u0085\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .replace(tagsOutsideFlags, '$1')
    .replace(/[\u200C\u200D]{2,}/g, '')
    .replace(strayJoiners, '')
    .replace(selectorRuns, '$1')
    .normalize('NFC')
    .replace(tooManyMarks, '$1')
}

/** Clean text on one line: every run of white space is one space, none at the ends. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
