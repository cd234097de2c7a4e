import type { FakeState, FakeView } from './fake-state.ts'
import type { Json } from './method.ts'
import {
  type Actor,
  type Base,
  commandPayload,
  eventPayload,
  pressPayload,
  shortcutPayload,
  submissionPayload,
  suggestionPayload,
  viewPressPayload,
} from './payloads.ts'
import type { Ack, Envelope } from './socket-mode.ts'

/** What came of something that a person did: the app's acknowledgement, and what it sent to the `response_url` since. */
export type Exchange = { readonly ack: Ack; responses(): readonly Json[] }

/** The people of the fake: they type, press, fill in and speak. */
export type People = {
  command(command: string, text: string, actor?: Actor): Promise<Exchange>
  press(
    action: { readonly actionId: string; readonly value?: string; readonly option?: string },
    message: { readonly ts: string; readonly threadTs?: string; readonly isEphemeral?: boolean },
    actor?: Actor,
  ): Promise<Exchange>
  pressInView(
    action: { readonly actionId: string; readonly value?: string; readonly option?: string },
    view: FakeView,
    actor?: Actor,
  ): Promise<Exchange>
  /** Changes one field of a modal, by block id, with what stands in the others; the modal stays open. */
  fill(
    view: FakeView,
    values: Readonly<Record<string, Json>>,
    blockId: string,
    actor?: Actor,
  ): Promise<Exchange>
  /** Sends a modal with these fields, by block id; a field is its element's value as Slack reports it. */
  submit(view: FakeView, values: Readonly<Record<string, Json>>, actor?: Actor): Promise<Exchange>
  suggest(
    field: { readonly actionId: string; readonly blockId: string; readonly typed: string },
    view: FakeView,
    actor?: Actor,
  ): Promise<Exchange>
  shortcut(callbackId: string, message: Json, actor?: Actor): Promise<Exchange>
  event(event: Json, actor?: Actor, eventId?: string): Promise<Exchange>
}

/** How long a `trigger_id` is good for. */
const triggerMs = 3000

export function createPeople(
  state: FakeState,
  deliver: (envelope: Envelope) => Promise<Ack>,
  responseUrl: (id: string) => string,
): People {
  async function send(
    type: Envelope['type'],
    payload: (base: Base) => Json,
    actor: Actor,
    acceptsResponse = true,
  ): Promise<Exchange> {
    const id = state.newId('r')
    const triggerId = state.newId('trigger')
    state.triggers.set(triggerId, {
      teamId: actor.team ?? 'T0001',
      userId: actor.user ?? 'UMEMBER',
      untilMs: state.nowMs() + triggerMs,
    })
    const base = { appId: state.world.app.id, triggerId, responseUrl: responseUrl(id) }
    const ack = await deliver({ type, payload: payload(base), acceptsResponse })
    return {
      ack,
      responses: () =>
        state.log.entries
          .filter(
            (entry) => entry.kind === 'response' && entry.id === id && entry.error === undefined,
          )
          .map(({ body }) => body as Json),
    }
  }

  return {
    command: (command, text, actor = {}) =>
      send('slash_commands', (base) => commandPayload(command, text, actor, base), actor),
    press: (action, message, actor = {}) =>
      send('interactive', (base) => pressPayload(actionOf(action), message, actor, base), actor),
    pressInView: (action, view, actor = {}) =>
      send(
        'interactive',
        (base) => viewPressPayload(actionOf(action), shownView(view, {}), actor, base),
        actor,
      ),
    submit: (view, values, actor = {}) =>
      send('interactive', (base) => submissionPayload(shownView(view, values), actor, base), actor),
    fill: (view, values, blockId, actor = {}) => {
      const shown = shownView(view, values)
      const { values: filled } = shown.state as { readonly values: Readonly<Record<string, Json>> }
      const [[actionId, element] = ['', {}]] = Object.entries(filled[blockId] ?? {})
      const action = { ...(element as Json), action_id: actionId, block_id: blockId }
      return send('interactive', (base) => viewPressPayload(action, shown, actor, base), actor)
    },
    suggest: (field, view, actor = {}) =>
      send(
        'interactive',
        (base) => suggestionPayload(field, shownView(view, {}), actor, base),
        actor,
      ),
    shortcut: (callbackId, message, actor = {}) =>
      send('interactive', (base) => shortcutPayload(callbackId, message, actor, base), actor),
    event: (event, actor = {}, eventId = state.newId('Ev')) =>
      send('events_api', (base) => eventPayload(eventId, event, actor, base), actor, false),
  }
}

function actionOf(action: { actionId: string; value?: string; option?: string }): Json {
  if (action.option === undefined) {
    return { type: 'button', action_id: action.actionId, value: action.value }
  }
  return {
    type: 'overflow',
    action_id: action.actionId,
    selected_option: { text: { type: 'plain_text', text: 'x' }, value: action.option },
  }
}

/** The view as it comes back, with what was filled in under its blocks and elements. */
function shownView(shown: FakeView, values: Readonly<Record<string, Json>>): Json {
  const blocks = (shown.view.blocks ?? []) as readonly Json[]
  const filled = Object.entries(values).map(([blockId, value]) => {
    const block = blocks.find((each) => each.block_id === blockId)
    const element = block?.element as Json | undefined
    return [blockId, { [String(element?.action_id)]: { type: element?.type, ...value } }]
  })
  return {
    ...shown.view,
    id: shown.id,
    hash: shown.hash,
    team_id: shown.teamId,
    app_id: 'A0001',
    state: { values: Object.fromEntries(filled) },
  }
}
