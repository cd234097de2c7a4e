import type { Reply } from '../../../domain/command.ts'
import { wordingFor } from '../../../domain/wording/wording.ts'
import { flags } from '../render/limits.ts'
import { renderReply } from '../render/render-discord.ts'
import { callerOf } from './caller.ts'
import { formModal } from './form-modal.ts'
import { type Interaction, kinds } from './interaction.ts'
import type { InteractionApi } from './interaction-api.ts'
import { readCall } from './read-call.ts'
import type { Scene } from './scene.ts'

type Body = Readonly<Record<string, unknown>>

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-type */
const first = { message: 4, deferred: 5, modal: 9 } as const

/** What is not answered by then is deferred: the first answer must be there within three seconds. */
const patienceMs = 1_500

/** Runs what was asked for; its first answer is handed to `answer`, everything later goes over the API. */
export async function answerInteraction(
  scene: Scene,
  api: InteractionApi,
  interaction: Interaction,
  answer: (body: Body) => Promise<void>,
): Promise<void> {
  const running = run(scene, interaction)
  const early = await soon(scene, running)
  if (early === 'late') {
    await answer({ type: first.deferred, data: { flags: flags.ephemeral } })
    return finish(api, interaction, await running)
  }
  if (early.form && interaction.type !== kinds.modal) {
    return answer({ type: first.modal, data: formModal(early.form) })
  }
  if (early.file) {
    await answer({ type: first.deferred, data: { flags: flags.ephemeral } })
    return finish(api, interaction, early)
  }
  const [body, ...more] = bodiesOf(early)
  await answer({ type: first.message, data: body })
  for (const each of more) await api.followUp(interaction, each)
}

async function soon(scene: Scene, running: Promise<Reply>): Promise<Reply | 'late'> {
  const waiting = new AbortController()
  const late = scene.clock.sleep(patienceMs, waiting.signal).then((): 'late' => 'late')
  const early = await Promise.race([running, late])
  waiting.abort()
  return early
}

/** Never fails: whoever asks is always told something. */
async function run(scene: Scene, interaction: Interaction): Promise<Reply> {
  try {
    const call = await readCall(scene, interaction)
    return call === undefined ? unknown(interaction) : await scene.desk.run(call)
  } catch (error) {
    scene.log.warn('interaction not answered', { interactionId: interaction.id, error })
    return saying('discord.failed', interaction)
  }
}

function unknown(interaction: Interaction): Reply {
  return saying('discord.unknown', interaction)
}

function saying(key: 'discord.failed' | 'discord.unknown', interaction: Interaction): Reply {
  const words = wordingFor(callerOf(interaction).locale).say(key)
  const spans = [{ kind: 'text', text: words }] as const
  return {
    document: { blocks: [{ kind: 'paragraph', spans }], fallback: words },
    audience: 'caller',
    outcome: 'failed',
  }
}

/** A deferred answer is the caller's alone; one for the channel takes its place as a message of its own. */
async function finish(api: InteractionApi, interaction: Interaction, reply: Reply): Promise<void> {
  const bodies = bodiesOf(reply)
  const last = bodies.length - 1
  if (reply.audience === 'channel') await api.deleteOriginal(interaction)
  for (const [at, body] of bodies.entries()) {
    const file = at === last ? reply.file : undefined
    if (at === 0 && reply.audience === 'caller') await api.editOriginal(interaction, body, file)
    else await api.followUp(interaction, body, file)
  }
}

/** The messages of an answer; a file hangs on the last one. */
function bodiesOf(reply: Reply): readonly Body[] {
  const seen = reply.audience === 'caller' ? flags.ephemeral : 0
  const bodies = renderReply(reply.document).map((body) => ({ ...body, flags: body.flags | seen }))
  const { file } = reply
  if (file === undefined) return bodies
  return bodies.map((body, at) =>
    at < bodies.length - 1
      ? body
      : {
          ...body,
          components: [
            ...body.components,
            { type: 13, file: { url: `attachment://${file.name}` } },
          ],
        },
  )
}
