import type { ModelMessage } from './ask-model.ts'

/** About four Latin letters make a token, other letters two, and of unspaced scripts each is one. */
const unitsPerToken = { latin: 4, other: 2 }

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu

/** About how many tokens a text is for a model: rather too many than too few. */
export function estimateTokens(text: string): number {
  const dense = text.match(unspaced)?.length ?? 0
  const plain = text.match(/[\u0000-\u024F]/g)?.length ?? 0
  const other = text.length - dense - plain
  return Math.ceil(plain / unitsPerToken.latin + Math.max(0, other) / unitsPerToken.other + dense)
}

export function tokensOf(messages: readonly ModelMessage[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0)
}
