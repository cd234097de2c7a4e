/** What a code of Slack's means for a message that was to be posted. */
export type ErrorClass =
  /** The answer came, but the message may stand there. */
  'unknown' | 'busy' | 'channel' | 'workspace' | 'malformed' | 'token-expired'

/** Slack's codes, as https://docs.slack.dev/reference/methods/chat.postMessage lists them. */
const classes: Readonly<Record<string, ErrorClass>> = {
  ratelimited: 'busy',
  rate_limited: 'busy',
  message_limit_exceeded: 'busy',
  internal_error: 'unknown',
  fatal_error: 'unknown',
  service_unavailable: 'unknown',
  request_timeout: 'unknown',
  channel_not_found: 'channel',
  is_archived: 'channel',
  not_in_channel: 'channel',
  ekm_access_denied: 'channel',
  token_expired: 'token-expired',
  invalid_auth: 'workspace',
  not_authed: 'workspace',
  account_inactive: 'workspace',
  token_revoked: 'workspace',
  team_access_not_granted: 'workspace',
  missing_scope: 'workspace',
  msg_too_long: 'malformed',
  msg_blocks_too_long: 'malformed',
  invalid_blocks: 'malformed',
  invalid_blocks_format: 'malformed',
  no_text: 'malformed',
  // An edit that comes too late, or to a message that is gone: dropped, and no reason to give up its channel.
  message_not_found: 'malformed',
  cant_update_message: 'malformed',
  edit_window_closed: 'malformed',
  // A reply to a message that somebody has deleted.
  thread_not_found: 'malformed',
  invalid_thread_ts: 'malformed',
  cannot_reply_to_message: 'malformed',
}

/** Any other code says that nothing was posted, and that a person has to look at it. */
export function classOf(code: string): ErrorClass {
  return classes[code] ?? 'channel'
}

/** What an admin can do about it; the code itself where nobody has written more. */
export function whyOf(code: string): string {
  if (code.startsWith('restricted_action')) {
    return 'A rule of this workspace does not let the app post there; an admin can allow it.'
  }
  return sentences[code] ?? `Slack refused the message with "${code}".`
}

const sentences: Readonly<Record<string, string>> = {
  channel_not_found:
    'Slack does not know this channel, or it is private and I am not in it; invite me there with /invite.',
  not_in_channel: 'I am not in this channel; invite me there with /invite.',
  is_archived: 'This channel is archived; unarchive it or choose another one.',
  ekm_access_denied: 'The keys of this workspace do not let the app post there.',
  invalid_auth: 'Slack does not accept my token any more; install the app again.',
  account_inactive: 'The app was removed from this workspace; install it again.',
  token_revoked: 'The app’s token was revoked; install the app again.',
  team_access_not_granted: 'The app has no access to this workspace; an admin can grant it.',
  missing_scope: 'The app lacks a permission; install it again with the manifest of this version.',
  token_expired: 'My token ran out and could not be renewed; install the app again.',
  not_installed: 'The app is not installed in this workspace.',
}
