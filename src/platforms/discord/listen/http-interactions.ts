import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { InboundReply, InboundRequest, Mount } from '../../../support/inbound.ts'
import { type Interaction, kinds } from './interaction.ts'
import type { InteractionApi } from './interaction-api.ts'
import { hear } from './listen.ts'
import type { Scene } from './scene.ts'

const mostBodyBytes = 1_048_576
/** Discord states no bound; five minutes either way keep old requests from being played again. */
const clockToleranceMs = 300_000

/** DER's prefix of an Ed25519 public key: RFC 8410, section 4. */
const ed25519Prefix = new Uint8Array([
  0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
])

export function readPublicKey(hex: string): KeyObject {
  const der = Buffer.concat([ed25519Prefix, Buffer.from(hex, 'hex')])
  return createPublicKey({ key: der, format: 'der', type: 'spki' })
}

/** The way without a gateway: interactions as signed HTTP requests to `/discord/interactions`. */
export function httpInteractions(
  publicKey: KeyObject,
  now: () => Date,
  scene: () => Scene | undefined,
  api: InteractionApi,
): Mount {
  return {
    path: '/discord/interactions',
    async respond(request) {
      if (request.method !== 'POST') return { status: 405 }
      if (request.body.byteLength > mostBodyBytes) return { status: 413 }
      if (!isFromDiscord(request, publicKey, now())) return { status: 401 }
      const interaction = readInteraction(request.body)
      if (!interaction) return { status: 400 }
      if (interaction.type === kinds.ping) return json({ type: kinds.ping })
      const listening = scene()
      return listening ? firstAnswer(listening, api, interaction) : { status: 503 }
    },
  }
}

/** Ed25519 over timestamp and raw body; Discord tests that wrong ones are refused. */
function isFromDiscord({ headers, body }: InboundRequest, key: KeyObject, now: Date): boolean {
  const timestamp = headers['x-signature-timestamp'] ?? ''
  const signature = headers['x-signature-ed25519'] ?? ''
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{128}$/i.test(signature)) return false
  const ageMs = Math.abs(now.getTime() - Number(timestamp) * 1000)
  if (ageMs > clockToleranceMs) return false
  const signed = Buffer.concat([Buffer.from(timestamp), body])
  return verify(null, signed, key, Buffer.from(signature, 'hex'))
}

function readInteraction(body: Uint8Array): Interaction | undefined {
  try {
    const read = JSON.parse(Buffer.from(body).toString('utf8')) as Interaction
    return typeof read === 'object' && typeof read?.type === 'number' ? read : undefined
  } catch {
    return undefined
  }
}

/** The response is the first answer; the work goes on behind it. One that was seen before has had its answer. */
async function firstAnswer(
  scene: Scene,
  api: InteractionApi,
  interaction: Interaction,
): Promise<InboundReply> {
  const answered = Promise.withResolvers<InboundReply>()
  const work = hear(scene, api, interaction, async (body) => answered.resolve(json(body)))
  scene.follow(work)
  void work.then(() => answered.resolve({ status: 202 }))
  return answered.promise
}

function json(value: unknown): InboundReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  }
}
