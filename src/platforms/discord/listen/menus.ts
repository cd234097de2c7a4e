/** Entries of a message's own menu, and the command that each gives its link to. */
export const menuCommands: Readonly<Record<string, string>> = {
  'Summarize link': 'summarize',
  'Ask about this': 'ask',
}

/** Typed on Discord to open what is called `home` at the desk. */
export const panelName = 'briefing panel'
