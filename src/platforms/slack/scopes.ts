/** What the app asks for and nothing more; `docs/slack.md` says what each is for and which may be left out. */
export const botScopes = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'users:read',
] as const

export type Scope = (typeof botScopes)[number]

/** Without these nothing works at all. */
export const neededScopes: readonly Scope[] = ['chat:write', 'commands']

/** What is lost where the scope is left out, for the operator. */
export const scopeLosses: Readonly<Record<Scope, string>> = {
  'app_mentions:read': 'mentions stay unanswered',
  'assistant:write': "the assistant's pane is plain",
  'channels:history': 'a crash in the middle of a post may double one message',
  'channels:read': 'a wrong channel shows only when a digest is posted',
  'chat:write': 'nothing can be posted',
  'chat:write.public': 'the bot has to be invited to each channel',
  commands: 'there are no slash commands',
  'groups:history': 'a crash in the middle of a post may double one message in a private channel',
  'groups:read': 'a wrong private channel shows only when a digest is posted',
  'im:history': 'direct messages stay unanswered',
  'users:read': 'nobody is known as an admin, so nobody can configure the bot from Slack',
}

/** What Slack tells us of. */
export const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'assistant_thread_started',
  'message.im',
  'tokens_revoked',
] as const
