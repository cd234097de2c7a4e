/** What a code of Discord's means for a message that was to be posted. */
export type ErrorClass =
  /** Nothing can be posted there before a person acts. */
  | 'channel'
  /** The token is no good any more: nothing can be posted anywhere. */
  | 'workspace'
  | 'malformed'
  | 'busy'
  /** Posted before, and deleted since. */
  | 'deleted'

type Row = { readonly is: ErrorClass; readonly why: string }

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const rows: Readonly<Record<string, Row>> = {
  10003: { is: 'channel', why: 'This channel is gone; choose another one.' },
  10004: { is: 'channel', why: 'I am no longer on this server; invite me again.' },
  10008: { is: 'deleted', why: 'The message was deleted.' },
  20009: { is: 'malformed', why: 'Discord does not let this text be sent there.' },
  20016: { is: 'busy', why: 'The channel is in slow mode.' },
  20028: { is: 'busy', why: 'The channel takes no more messages for the moment.' },
  40067: {
    is: 'channel',
    why: 'This forum asks for a tag on each post, and none of its tags fits.',
  },
  50001: { is: 'channel', why: 'I cannot see this channel; give me "View Channel" there.' },
  50006: { is: 'malformed', why: 'Discord found the message empty.' },
  50007: { is: 'channel', why: 'This person takes no direct messages from me.' },
  50008: { is: 'channel', why: 'This channel takes no messages; choose a text or forum channel.' },
  50013: {
    is: 'channel',
    why: 'I may not post there; give me "Send Messages" and "Send Messages in Threads".',
  },
  50024: { is: 'channel', why: 'This kind of channel takes no messages; choose a text channel.' },
  50035: { is: 'malformed', why: 'Discord does not take the message in this form.' },
  50083: { is: 'channel', why: 'The thread is archived, and I may not open it again.' },
  200000: { is: 'malformed', why: 'AutoMod of this server blocked the message.' },
  200001: { is: 'malformed', why: 'AutoMod of this server blocked the title.' },
  240000: { is: 'malformed', why: 'Discord blocks a link in the message.' },
}

/** Any other code says that nothing was posted; what to do with it follows from its HTTP status. */
export function rowOf(code: string, status: number): Row {
  return rows[code] ?? rowOfStatus(code, status)
}

function rowOfStatus(code: string, status: number): Row {
  const words = `Discord refused the message (${code}).`
  if (status === 401) {
    return {
      is: 'workspace',
      why: 'Discord does not accept the bot’s token; set DISCORD_TOKEN to the current one and start again.',
    }
  }
  return { is: status === 400 || status === 413 ? 'malformed' : 'channel', why: words }
}
