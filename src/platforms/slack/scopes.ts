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

/** What Slack tells us of. */
export const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'assistant_thread_started',
  'message.im',
  'tokens_revoked',
] as const
