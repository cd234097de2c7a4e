import type { App, BlockAction, Context } from '@slack/bolt'
import { wordingFor } from '../../../domain/wording/wording.ts'
import { documentView } from '../render/document-view.ts'
import { readViewState } from '../render/view-state.ts'
import { answer, openDocument, openForm, type Way } from './answer.ts'
import { callerOf, type Origin } from './caller.ts'
import { showHome } from './home.ts'
import { pressedAction, pressPattern } from './press-word.ts'
import type { Scene } from './scene.ts'

/** Two presses of the same button by the same person within this time are one press by a nervous finger. */
const doublePressMs = 5_000

/** Buttons and menus: in messages, in modals and in the App Home. What they do stands in the database. */
export function listenToPresses(app: App, scene: Scene): void {
  app.action({ type: 'block_actions', action_id: pressPattern }, async ({ ack, body, context }) => {
    await ack()
    const press = pressOf(body)
    const key = press && `press ${press.place} ${press.action} ${body.user.id}`
    if (!press || !key || !scene.seen.isNew(key, doublePressMs)) return
    scene.follow(runPress(scene, body, context, press.action))
  })
}

/** The stored action that is meant, and the message or view that its button stands on. */
function pressOf(
  body: BlockAction,
): { readonly action: string; readonly place: string } | undefined {
  const [first] = body.actions
  const action = first && pressedAction(first)
  const place = body.container.message_ts ?? body.view?.id ?? ''
  return action === undefined ? undefined : { action, place: String(place) }
}

async function runPress(
  scene: Scene,
  body: BlockAction,
  context: Context,
  action: string,
): Promise<void> {
  const origin = originOf(body, context)
  const caller = await callerOf(scene, origin)
  const reply = await scene.desk.run({
    id: `slack:${body.trigger_id}`,
    command: 'press',
    options: { action },
    caller,
  })
  const way: Way = {
    origin,
    locale: caller.locale,
    triggerId: body.trigger_id,
    responseUrl: body.response_url,
  }
  if (body.view?.type === 'home') {
    const isShown = reply.form
      ? await openForm(scene, way, reply.form)
      : await openDocument(scene, way, reply.document)
    if (!isShown) await answer(scene, { ...way, triggerId: undefined }, reply)
    return showHome(scene, origin)
  }
  if (body.view && !reply.form) return replaceView(scene, body.view.id, way, reply.document)
  return answer(scene, way, reply)
}

/** The press of a button in a modal answers in the same modal. */
async function replaceView(
  scene: Scene,
  viewId: string,
  { locale, origin }: Way,
  document: Parameters<typeof documentView>[0],
): Promise<void> {
  const { say } = wordingFor(locale)
  const words = { title: say('slack.title'), close: say('slack.close') }
  const view = documentView(document, words, { command: '' })
  try {
    await scene.client.views.update({ token: origin.token, view_id: viewId, view })
  } catch (error) {
    scene.log.info('modal not updated', { error })
  }
}

function originOf(body: BlockAction, context: Context): Origin {
  const state = readViewState(body.view?.private_metadata ?? '')
  const threadOfMessage = body.container.thread_ts ?? body.message?.thread_ts
  return {
    teamId: context.teamId ?? body.team?.id ?? '',
    token: context.botToken ?? '',
    userId: body.user.id,
    homeTeam: body.user.team_id,
    channelId: body.channel?.id ?? state?.channel,
    thread: threadOfMessage === undefined ? state?.thread : String(threadOfMessage),
    isChange: true,
  }
}
