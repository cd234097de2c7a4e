import { blocksFault } from './check-blocks.ts'
import type { FakeState, FakeView } from './fake-state.ts'
import { type Call, fail, type Json, type Method } from './method.ts'

/** What Slack says of a view that it does not take. */
function viewFault(view: Json | undefined): string | undefined {
  if (typeof view !== 'object' || view === null) return 'no view'
  if (view.type !== 'modal' && view.type !== 'home') return 'type'
  if (String(view.private_metadata ?? '').length > 3000) return 'private_metadata'
  if (String(view.callback_id ?? '').length > 255) return 'callback_id'
  return view.type === 'home' ? homeFault(view) : modalFault(view)
}

function homeFault(view: Json): string | undefined {
  return blocksFault(view.blocks, 'home')?.why
}

function modalFault(view: Json): string | undefined {
  const blocks = view.blocks as Json[]
  const hasInput = Array.isArray(blocks) && blocks.some(({ type }) => type === 'input')
  for (const [key, text] of [
    ['title', view.title],
    ['submit', view.submit],
    ['close', view.close],
  ] as const) {
    if (text === undefined && key !== 'title') continue
    const words = (text as Json | undefined)?.text
    if (typeof words !== 'string' || words === '' || words.length > 24) return key
  }
  if (hasInput && view.submit === undefined) return 'input without submit'
  return blocksFault(blocks, 'modal')?.why
}

const invalid = (why: string): Json => ({
  ok: false,
  error: 'invalid_arguments',
  response_metadata: { messages: [`[ERROR] ${why}`] },
})

function takeTrigger(call: Call, state: FakeState): string | { userId: string } {
  const id = String(call.args.trigger_id)
  const trigger = state.triggers.get(id)
  if (!trigger || trigger.teamId !== call.workspace.teamId) return 'invalid_trigger'
  if (state.nowMs() > trigger.untilMs) return 'expired_trigger_id'
  state.triggers.delete(id)
  return trigger
}

function open(call: Call, state: FakeState): Json {
  const trigger = takeTrigger(call, state)
  if (typeof trigger === 'string') return fail(trigger)
  const view = call.args.view as Json
  const why = viewFault(view)
  if (why) return invalid(why)
  const made: FakeView = {
    id: state.newId('V'),
    teamId: call.workspace.teamId,
    userId: trigger.userId,
    hash: state.newId('h'),
    view,
  }
  state.modals.set(made.id, made)
  state.log.add('view-opened', { id: made.id, view })
  return { view: { ...view, id: made.id, hash: made.hash, state: { values: {} } } }
}

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': { scopes: [], run: open },
  'views.push': { scopes: [], run: open },
  'views.update': {
    scopes: [],
    run({ args }, state) {
      const known = state.modals.get(String(args.view_id))
      if (!known) return fail('not_found')
      if (args.hash !== undefined && args.hash !== known.hash) return fail('hash_conflict')
      const why = viewFault(args.view as Json)
      if (why) return invalid(why)
      known.view = args.view as Json
      known.hash = state.newId('h')
      state.log.add('view-updated', { id: known.id, view: known.view })
      return { view: { ...known.view, id: known.id, hash: known.hash, state: { values: {} } } }
    },
  },
  'views.publish': {
    scopes: [],
    run({ args, workspace }, state) {
      const userId = String(args.user_id)
      if (!workspace.people.has(userId)) return fail('user_not_found')
      const why = viewFault(args.view as Json)
      if (why) return invalid(why)
      const view = args.view as Json
      const id = state.newId('V')
      state.homes.set(userId, {
        id,
        teamId: workspace.teamId,
        userId,
        hash: state.newId('h'),
        view,
      })
      state.log.add('home-published', { userId, view })
      return { view: { ...view, id } }
    },
  },
  'assistant.threads.setStatus': {
    scopes: ['assistant:write', 'chat:write'],
    run({ args }, state) {
      state.log.add('status', { args })
      return {}
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    scopes: ['assistant:write'],
    run({ args }, state) {
      state.log.add('prompts', { args })
      return {}
    },
  },
}
