import type { App, Context, ViewResponseAction, ViewSubmitAction } from '@slack/bolt'
import type { Reply } from '../../../domain/command.ts'
import type { Document } from '../../../domain/document.ts'
import { type Wording, wordingFor } from '../../../domain/wording/wording.ts'
import { documentView } from '../render/document-view.ts'
import { formValues } from '../render/form-values.ts'
import { fieldPrefix, formCallback, formView } from '../render/form-view.ts'
import { slackPayload } from '../render/render-message.ts'
import { readViewState, type ViewState } from '../render/view-state.ts'
import { withFile } from '../render/with-file.ts'
import { callerOf, type Origin } from './caller.ts'
import type { Scene } from './scene.ts'

/** Slack waits three seconds; what takes longer is shown in the modal when it is there. */
const patienceMs = 2_000

/** Sent forms: faults appear at their fields, the answer in the place of the form. */
export function listenToSubmissions(app: App, scene: Scene): void {
  app.view<ViewSubmitAction>(
    { type: 'view_submission', callback_id: formCallback },
    async ({ ack, body, context }) => {
      const state = readViewState(body.view.private_metadata)
      const filled = formValues(body.view.state.values)
      const key = `view ${body.view.id} ${JSON.stringify(filled)}`
      if (!state || !scene.seen.isNew(key)) return ack()
      const work = submit(scene, body, context, state, filled)
      scene.follow(work)
      const waiting = new AbortController()
      const inTime = await Promise.race([work, scene.clock.sleep(patienceMs, waiting.signal)])
      waiting.abort()
      if (inTime) {
        const response = toResponse(inTime, state, filled, namesIn(body))
        if (response.response_action === 'errors') scene.seen.forget(key)
        return ack(response)
      }
      await ack(workingOn())
      scene.follow(showLate(scene, body, context, state, work))
    },
  )
}

type Sent = { readonly reply: Reply; readonly origin: Origin; readonly wording: Wording }

async function submit(
  scene: Scene,
  body: ViewSubmitAction,
  context: Context,
  state: ViewState,
  filled: Readonly<Record<string, string>>,
): Promise<Sent> {
  const origin: Origin = {
    teamId: context.teamId ?? body.team?.id ?? '',
    token: context.botToken ?? '',
    userId: body.user.id,
    homeTeam: body.user.team_id,
    channelId: state.channel,
    thread: state.thread,
    isChange: true,
  }
  const caller = await callerOf(scene, origin)
  const reply = await scene.desk.run({
    id: `slack:${body.trigger_id}`,
    command: state.command,
    options: filled,
    caller,
    isForm: true,
  })
  const wording = wordingFor(caller.locale)
  if (reply.audience === 'channel' && !reply.form) await share(scene, origin, reply)
  return { reply, origin, wording }
}

/** Everyone in the channel sees it; the modal shows it to the sender as well. */
async function share(scene: Scene, origin: Origin, reply: Reply): Promise<void> {
  if (!origin.channelId) return
  try {
    await scene.client.apiCall('chat.postMessage', {
      ...withFile(slackPayload(reply.document), reply.file),
      token: origin.token,
      channel: origin.channelId,
      ...(origin.thread ? { thread_ts: origin.thread } : {}),
    })
  } catch (error) {
    scene.log.warn('answer not shared', { error })
  }
}

/** The form stays open for what can be mended in it. */
function toResponse(
  { reply, wording }: Sent,
  state: ViewState,
  filled: Readonly<Record<string, string>>,
  names: readonly string[],
): ViewResponseAction {
  const isSameForm = reply.form === undefined || reply.form.command === state.command
  const faults = isSameForm ? faultsOf(reply, filled, names) : []
  if (faults.length === 0) {
    return { response_action: 'update', view: nextView(reply, wording, state) }
  }
  const errors = faults.map(([name, fault]) => [fieldPrefix + name, fault])
  return { response_action: 'errors', errors: Object.fromEntries(errors) }
}

/** The names of the fields that the person sees. */
function namesIn({ view }: ViewSubmitAction): readonly string[] {
  return view.blocks
    .map(({ block_id: id }) => id ?? '')
    .filter((id) => id.startsWith(fieldPrefix))
    .map((id) => id.slice(fieldPrefix.length))
}

/** A failure without a form of its own is about the field whose value or name it quotes, or else about the first. */
function faultsOf(
  { document, form, outcome }: Reply,
  filled: Readonly<Record<string, string>>,
  names: readonly string[],
): readonly (readonly [string, string])[] {
  if (form) return Object.entries(form.faults).filter(([name]) => names.includes(name))
  if (outcome !== 'failed') return []
  const words = document.fallback
  const quoted = names.find((name) => filled[name] && words.includes(filled[name]))
  const named = names.find((name) => new RegExp(`\\b${name}\\b`).test(words))
  const at = quoted ?? named ?? names[0]
  return at === undefined ? [] : [[at, words]]
}

function nextView({ document, form }: Reply, wording: Wording, state: ViewState) {
  const close = wording.say('slack.close')
  const { channel, thread } = state
  const place = { ...(channel ? { channel } : {}), ...(thread ? { thread } : {}) }
  if (form) return formView(form, place, close)
  return documentView(document, { title: wording.say('slack.title'), close }, state)
}

/** Before the person's language is known, and in few words. */
function workingOn(): ViewResponseAction {
  const wording = wordingFor('en')
  const words = wording.say('slack.working')
  const document: Document = {
    blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: words }] }],
    fallback: words,
  }
  const titles = { title: wording.say('slack.title'), close: wording.say('slack.close') }
  return { response_action: 'update', view: documentView(document, titles, { command: '' }) }
}

async function showLate(
  scene: Scene,
  body: ViewSubmitAction,
  context: Context,
  state: ViewState,
  work: Promise<Sent>,
): Promise<void> {
  const { reply, wording } = await work
  try {
    await scene.client.views.update({
      token: context.botToken ?? '',
      view_id: body.view.id,
      view: nextView(reply, wording, state),
    })
  } catch (error) {
    scene.log.info('modal not updated', { error })
  }
}
