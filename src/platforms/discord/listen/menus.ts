/** Entries of a message's own menu, and the command that each gives its link to. */
export const menuCommands: Readonly<Record<string, string>> = {
  'Summarize link': 'summarize',
  'Ask about this': 'ask',
}
