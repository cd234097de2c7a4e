import * as schemas from 'discord-api-spec/zod'
import { edited, editRefusal, type Outcome } from './channel-routes.ts'
import type { FakeInteraction, FakeMessage, FakeState, Json, RestCall } from './fake-state.ts'
import { messageRefusal } from './message-rules.ts'
import { addMessage, toWire } from './messages.ts'
import { invalidForm, type Refusal, refusals } from './refusal.ts'

const firstAnswerMs = 3_000
const tokenMs = 900_000
const ephemeral = 1 << 6
const componentsV2 = 1 << 15

/** Which first answers each kind of interaction takes. Types: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal. */
const allowedAnswers: Readonly<Record<number, readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response */
export function answerInteraction(call: RestCall): Outcome {
  const [id = '', token = ''] = call.params
  const interaction = call.state.interactions.get(token)
  const nowMs = call.state.nowMs()
  if (!interaction || interaction.id !== id) return refusals.unknownInteraction
  if (interaction.answer) return refusals.alreadyAnswered
  if (nowMs - interaction.atMs > firstAnswerMs) return refusals.unknownInteraction
  const refusal = takeAnswer(call.state, interaction, call.body)
  if (refusal) return refusal
  const { originalId } = interaction
  const message = originalId ? call.state.messages.get(originalId) : undefined
  if (call.query.get('with_response') !== 'true') return { status: 204 }
  return {
    status: 200,
    body: {
      interaction: { id, type: interaction.type, response_message_id: originalId },
      resource: {
        type: call.body.type,
        ...(message ? { message: toWire(call.state, message) } : {}),
      },
    },
  }
}

/** Takes an answer however it came: over the API or as the response to an HTTP interaction. */
export function takeAnswer(
  state: FakeState,
  interaction: FakeInteraction,
  body: Json,
): Refusal | undefined {
  const type = Number(body.type)
  const data = body.data as Json | undefined
  if (!allowedAnswers[interaction.type]?.includes(type))
    return invalidForm('type: not allowed here')
  const refusal = answerRefusal(type, body, data ?? {})
  if (refusal) return refusal
  interaction.answer = { type, data, atMs: state.nowMs() }
  state.log.add('answer', { interaction: interaction.id, type, data })
  if (type === 4 || type === 5) interaction.originalId = reply(state, interaction, data ?? {}).id
  if (type === 6 || type === 7) interaction.originalId = interaction.messageId
  const pressed = state.messages.get(interaction.messageId ?? '')
  if (type === 7 && pressed) edited(state, pressed, data ?? {})
  return undefined
}

function answerRefusal(type: number, body: Json, data: Json): Refusal | undefined {
  if (type === 4)
    return (
      checked(schemas.CreateMessageInteractionCallbackRequestSchema, body) ?? messageRefusal(data)
    )
  if (type === 7)
    return (
      checked(schemas.UpdateMessageInteractionCallbackRequestSchema, body) ??
      messageRefusal(data, true)
    )
  if (type === 8) return checked(schemas.ApplicationCommandAutocompleteCallbackRequestSchema, body)
  if (type === 9)
    return checked(schemas.ModalInteractionCallbackRequestSchema, body) ?? modalRefusal(data)
  return undefined
}

type Schema = typeof schemas.ModalInteractionCallbackRequestSchema

function checked(schema: Schema, body: unknown): Refusal | undefined {
  const parsed = schema.safeParse(body)
  return parsed.success ? undefined : invalidForm(parsed.error.message)
}

function modalRefusal(data: Json): Refusal | undefined {
  const components = (data.components ?? []) as readonly Json[]
  const fields = components.flatMap((each) => [
    each.component,
    ...((each.components ?? []) as Json[]),
  ])
  const ids = fields.flatMap((field) => (field as Json | undefined)?.custom_id ?? [])
  if (components.length < 1 || components.length > 5) return invalidForm('components: 1 to 5')
  if (String(data.title ?? '').trim() === '') return invalidForm('title: required')
  return new Set(ids).size < ids.length
    ? invalidForm('components: custom id duplicated')
    : undefined
}

function reply(state: FakeState, interaction: FakeInteraction, data: Json): FakeMessage {
  const isEphemeral = (Number(data.flags ?? 0) & ephemeral) !== 0
  return addMessage(state, {
    channelId: interaction.channelId,
    body: data,
    ephemeralTo: isEphemeral ? interaction.userId : undefined,
  })
}

/** The interaction of a token that still lives. */
function living(call: RestCall): FakeInteraction | Refusal {
  const interaction = call.state.interactions.get(call.params[1] ?? '')
  if (!interaction || call.params[0] !== call.state.world.applicationId)
    return refusals.unknownWebhook
  if (call.state.nowMs() - interaction.atMs > tokenMs) return refusals.invalidToken
  return interaction.answer ? interaction : refusals.unknownWebhook
}

export function editOriginal(call: RestCall): Outcome {
  const interaction = living(call)
  if ('code' in interaction) return interaction
  const asked = call.params[2] ?? '@original'
  const id = asked === '@original' ? interaction.originalId : asked
  const message = call.state.messages.get(id ?? '')
  if (!message) return refusals.unknownMessage
  const isDeferred = interaction.answer?.type === 5 && message.editedAtMs === undefined
  const refusal = isDeferred ? firstBodyRefusal(call) : editRefusal(message, call.body)
  if (refusal) return refusal
  return { status: 200, body: toWire(call.state, edited(call.state, message, call.body)) }
}

/** A deferred answer has no form yet: the first edit may choose Components V2. */
function firstBodyRefusal(call: RestCall): Refusal | undefined {
  const isV2 = (Number(call.body.flags ?? 0) & componentsV2) !== 0
  if (call.files.length > 0) return undefined
  return (
    messageRefusal(call.body, !isV2) ?? (isEmpty(call.body) ? refusals.emptyMessage : undefined)
  )
}

function isEmpty(body: Json): boolean {
  return ['content', 'embeds', 'components'].every((key) => {
    const value = body[key] as { length?: number } | null | undefined
    return !value?.length
  })
}

export function getOriginal(call: RestCall): Outcome {
  const interaction = living(call)
  if ('code' in interaction) return interaction
  const message = call.state.messages.get(interaction.originalId ?? '')
  return message ? { status: 200, body: toWire(call.state, message) } : refusals.unknownMessage
}

export function deleteOriginal(call: RestCall): Outcome {
  const interaction = living(call)
  if ('code' in interaction) return interaction
  const message = call.state.messages.get(interaction.originalId ?? '')
  if (!message) return refusals.unknownMessage
  message.isDeleted = true
  return { status: 204 }
}

/** Follow-ups honour no nonce. */
export function followUp(call: RestCall): Outcome {
  const interaction = living(call)
  if ('code' in interaction) return interaction
  const refusal = call.files.length > 0 ? undefined : messageRefusal(call.body)
  if (refusal) return refusal
  const message = reply(call.state, interaction, call.body)
  interaction.followUps.push(message.id)
  return { status: 200, body: toWire(call.state, message) }
}
