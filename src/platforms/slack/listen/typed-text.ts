/**
 * What a person typed, out of what Slack makes of it: channels as `slack:C0123`, links and people bare, and the three
 * escapes undone. https://docs.slack.dev/interactivity/implementing-slash-commands#escaping
 */
export function typedText(text: string): string {
  return text
    .replace(/<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/g, 'slack:$1')
    .replace(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, '$1')
    .replace(/<((?:https?|mailto):[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The first link of a message, as Slack marks it in its text. */
export function firstLink(text: string): string | undefined {
  const marked = /<(https?:[^|>]+)(?:\|[^>]*)?>/.exec(text)?.[1]
  return marked?.replaceAll('&amp;', '&')
}

/** A question to the bot, without the mention that it begins with. */
export function withoutMention(text: string, botUserId: string): string {
  return typedText(text.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ')).trim()
}
