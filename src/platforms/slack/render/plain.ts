import type { types } from '@slack/bolt'

/** Words as Slack shows them without markup; emoji codes in them (`:fire:`) stay as they are written. */
export function plain(words: string): types.PlainTextElement {
  return { type: 'plain_text', text: words, emoji: false }
}
