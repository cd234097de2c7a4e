import type { Form, Reply } from '../../../domain/command.ts'
import type { Document } from '../../../domain/document.ts'
import { wordingFor } from '../../../domain/wording/wording.ts'
import { documentView } from '../render/document-view.ts'
import { formView } from '../render/form-view.ts'
import { slackPayload } from '../render/render-message.ts'
import { withFile } from '../render/with-file.ts'
import type { Origin } from './caller.ts'
import type { Scene } from './scene.ts'

/** By what an answer can reach the person who asked. */
export type Way = {
  readonly origin: Origin
  readonly locale: string
  /** Opens a modal within three seconds of the press. */
  readonly triggerId: string | undefined
  readonly responseUrl: string | undefined
  /** The thread of a conversation, in which everyone who reads it sees the answer. */
  readonly isConversation?: boolean
}

/** A form opens as a modal; everything else, and a form that comes too late for one, is a message. */
export async function answer(scene: Scene, way: Way, reply: Reply): Promise<void> {
  if (reply.form && (await openForm(scene, way, reply.form))) return
  const payload = withFile(slackPayload(reply.document), reply.file)
  const isShared = reply.audience === 'channel'
  if (way.isConversation && (reply.outcome === 'done' || !way.origin.channelId)) {
    return say(scene, way, payload)
  }
  if (way.responseUrl && (await respond(scene, way, payload, isShared))) return
  return isShared ? say(scene, way, payload) : whisper(scene, way, payload)
}

export function openForm(scene: Scene, way: Way, form: Form): Promise<boolean> {
  const { channelId: channel, thread } = way.origin
  const place = { ...(channel ? { channel } : {}), ...(thread ? { thread } : {}) }
  return openView(scene, way, formView(form, place, wordingFor(way.locale).say('slack.close')))
}

/** Shows a document before the person where there is no message to answer to. */
export function openDocument(scene: Scene, way: Way, document: Document): Promise<boolean> {
  const { say } = wordingFor(way.locale)
  const words = { title: say('slack.title'), close: say('slack.close') }
  return openView(scene, way, documentView(document, words, { command: '' }))
}

async function openView(
  scene: Scene,
  { origin, triggerId }: Way,
  view: Parameters<Scene['client']['views']['open']>[0]['view'],
): Promise<boolean> {
  if (!triggerId) return false
  try {
    await scene.client.views.open({ token: origin.token, trigger_id: triggerId, view })
    return true
  } catch (error) {
    scene.log.info('modal not opened', { error })
    return false
  }
}

function respond(
  scene: Scene,
  { origin, responseUrl = '' }: Way,
  payload: object,
  isShared: boolean,
): Promise<boolean> {
  return scene.respond(responseUrl, {
    ...payload,
    response_type: isShared ? 'in_channel' : 'ephemeral',
    replace_original: false,
    ...(origin.thread ? { thread_ts: origin.thread } : {}),
  })
}

/** A message that everybody in the place sees. */
async function say(scene: Scene, { origin }: Way, payload: object): Promise<void> {
  await call(scene, 'chat.postMessage', origin, {
    ...payload,
    channel: origin.channelId ?? origin.userId,
    ...(origin.thread ? { thread_ts: origin.thread } : {}),
  })
}

/** A message that only the person sees: in the place where they asked, or directly. */
async function whisper(scene: Scene, { origin }: Way, payload: object): Promise<void> {
  const { channelId, thread, userId } = origin
  if (!channelId || channelId.startsWith('D')) {
    return call(scene, 'chat.postMessage', origin, {
      ...payload,
      channel: channelId ?? userId,
      ...(thread ? { thread_ts: thread } : {}),
    })
  }
  return call(scene, 'chat.postEphemeral', origin, {
    ...payload,
    channel: channelId,
    user: userId,
    ...(thread ? { thread_ts: thread } : {}),
  })
}

async function call(scene: Scene, method: string, origin: Origin, args: object): Promise<void> {
  try {
    await scene.client.apiCall(method, { ...args, token: origin.token })
  } catch (error) {
    scene.log.warn('answer not delivered', { method, error })
  }
}
