/** Addresses, and what platforms turn into mentions: nothing of the kind is a briefing's own text. */
const addressOrMention =
  /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:mailto|tel|javascript|data|vbscript|slack|discord):|<[@!#:/a-z]|@(?:everyone|here|channel|\S)|\]\(|\bdiscord\.gg\b|\b[\p{L}\p{N}-]+\.(?:com|org|net|io|gg|co|ru|cn|info|biz|xyz|top|link|click|app|dev|example|test|invalid|evil)\b(?:\/|\b)/iu

/** Whether a text has something that a platform would make a link or a mention of. */
export function hasAddressOrMention(text: string): boolean {
  return addressOrMention.test(text)
}
