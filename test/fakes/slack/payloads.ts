import type { Json } from './method.ts'

/** Who does it, and where; the fields that every payload of Slack carries. */
export type Actor = {
  readonly team?: string
  readonly user?: string
  readonly channel?: string
  /** The person's own workspace, when it is not the one that the app is installed in (Slack Connect). */
  readonly homeTeam?: string
}

export type Base = {
  readonly appId: string
  readonly triggerId: string
  readonly responseUrl: string
}

const defaults = { team: 'T0001', user: 'UMEMBER', channel: 'C0001' }

export function commandPayload(command: string, text: string, actor: Actor, base: Base): Json {
  const { team, user, channel } = { ...defaults, ...actor }
  return {
    token: 'legacy',
    team_id: team,
    team_domain: 'team',
    channel_id: channel,
    channel_name: channel.startsWith('D') ? 'directmessage' : channel.toLowerCase(),
    user_id: user,
    user_name: user.toLowerCase(),
    command,
    text,
    api_app_id: base.appId,
    is_enterprise_install: 'false',
    response_url: base.responseUrl,
    trigger_id: base.triggerId,
  }
}

function interactive(type: string, actor: Actor, base: Base): Json {
  const { team, user } = { ...defaults, ...actor }
  return {
    type,
    team: { id: team, domain: 'team' },
    user: {
      id: user,
      username: user.toLowerCase(),
      name: user.toLowerCase(),
      team_id: actor.homeTeam ?? team,
    },
    api_app_id: base.appId,
    token: 'legacy',
    trigger_id: base.triggerId,
    is_enterprise_install: false,
    enterprise: null,
  }
}

/** A button or a menu of a message, pressed. */
export function pressPayload(
  action: Json,
  message: { readonly ts: string; readonly threadTs?: string; readonly isEphemeral?: boolean },
  actor: Actor,
  base: Base,
): Json {
  const { channel } = { ...defaults, ...actor }
  return {
    ...interactive('block_actions', actor, base),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel,
      is_ephemeral: message.isEphemeral ?? false,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    channel: { id: channel, name: channel.toLowerCase() },
    message: { ts: message.ts, ...(message.threadTs ? { thread_ts: message.threadTs } : {}) },
    response_url: base.responseUrl,
    state: { values: {} },
    actions: [{ block_id: 'b', action_ts: `${Date.now() / 1000}`, ...action }],
  }
}

/** A button or a field of a view, used. */
export function viewPressPayload(action: Json, view: Json, actor: Actor, base: Base): Json {
  return {
    ...interactive('block_actions', actor, base),
    container: { type: 'view', view_id: view.id },
    view,
    actions: [{ block_id: 'b', action_ts: `${Date.now() / 1000}`, ...action }],
  }
}

export function submissionPayload(view: Json, actor: Actor, base: Base): Json {
  return { ...interactive('view_submission', actor, base), view, response_urls: [] }
}

export function suggestionPayload(
  field: { readonly actionId: string; readonly blockId: string; readonly typed: string },
  view: Json,
  actor: Actor,
  base: Base,
): Json {
  return {
    ...interactive('block_suggestion', actor, base),
    action_id: field.actionId,
    block_id: field.blockId,
    value: field.typed,
    container: { type: 'view', view_id: view.id },
    view,
  }
}

export function shortcutPayload(callbackId: string, message: Json, actor: Actor, base: Base): Json {
  const { channel } = { ...defaults, ...actor }
  return {
    ...interactive('message_action', actor, base),
    callback_id: callbackId,
    action_ts: `${Date.now() / 1000}`,
    message_ts: message.ts,
    message,
    channel: { id: channel, name: channel.toLowerCase() },
    response_url: base.responseUrl,
  }
}

export function eventPayload(eventId: string, event: Json, actor: Actor, base: Base): Json {
  const { team } = { ...defaults, ...actor }
  return {
    token: 'legacy',
    team_id: team,
    context_team_id: team,
    api_app_id: base.appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team,
        user_id: 'UBOT',
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  }
}
