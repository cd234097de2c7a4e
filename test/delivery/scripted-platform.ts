import type {
  FindOutcome,
  MessageRef,
  OutgoingMessage,
  Platform,
  PostOutcome,
} from '../../src/domain/platform.ts'
import type { Clock } from '../../src/support/clock.ts'

/** A message as readers see it. */
export type Visible = {
  readonly deliveryId: string
  readonly channel: string
  readonly text: string
  readonly parent: string | undefined
  readonly atMs: number
}

/** What happens at one try to post. */
export type Happening =
  | 'post'
  /** It stands there, and nobody hears of it. */
  | 'post-unheard'
  /** It does not stand there, and nobody hears of that. */
  | 'lose-unheard'
  | 'hang'
  | { readonly answer: PostOutcome }
  | { readonly before: () => Promise<void> }

export type ScriptedPlatform = Pick<Platform, 'post' | 'find' | 'tellAdmins'> & {
  readonly visible: readonly Visible[]
  readonly tries: readonly OutgoingMessage[]
  readonly told: readonly string[]
  /** What happens at the next tries, in order; after them every try is a post. */
  script(...happenings: readonly Happening[]): void
  /** What happens at every try to one channel from now on. */
  always(channelId: string, happening: Happening | undefined): void
  /** What looks answer, instead of the truth. */
  findAnswers(outcome: FindOutcome | undefined): void
}

/**
 * A platform in memory that keeps the rules a promise rests on: with a nonce window it shows a delivery once however often
 * it is posted in it, with a history it can be looked through.
 */
export function scriptedPlatform(
  clock: Clock,
  rules: { readonly nonceMs?: number; readonly hasHistory?: boolean } = {},
): ScriptedPlatform {
  const { nonceMs = 0, hasHistory = true } = rules
  const visible: Visible[] = []
  const tries: OutgoingMessage[] = []
  const told: string[] = []
  const script: Happening[] = []
  const always = new Map<string, Happening>()
  let answer: FindOutcome | undefined

  const now = () => clock.now().getTime()
  const refOf = (outgoing: OutgoingMessage, place: number): MessageRef => ({
    channel: outgoing.channel,
    id: String(place + 1),
  })

  function show(outgoing: OutgoingMessage): MessageRef {
    const same = visible.findIndex(
      ({ deliveryId, atMs }) => deliveryId === outgoing.deliveryId && now() - atMs < nonceMs,
    )
    if (same >= 0) return refOf(outgoing, same)
    visible.push({
      deliveryId: outgoing.deliveryId,
      channel: outgoing.channel.id,
      text: String(outgoing.message.payload.text),
      parent: outgoing.parent?.id,
      atMs: now(),
    })
    return refOf(outgoing, visible.length - 1)
  }

  async function post(outgoing: OutgoingMessage): Promise<PostOutcome> {
    tries.push(outgoing)
    const happening = always.get(outgoing.channel.id) ?? script.shift() ?? 'post'
    if (happening === 'hang') return new Promise(() => {})
    if (happening === 'post') return { kind: 'posted', message: show(outgoing) }
    if (happening === 'post-unheard') show(outgoing)
    if (happening === 'post-unheard' || happening === 'lose-unheard') {
      return { kind: 'unknown', why: 'The connection broke.' }
    }
    if ('answer' in happening) return happening.answer
    await happening.before()
    return { kind: 'posted', message: show(outgoing) }
  }

  function find(outgoing: OutgoingMessage, attemptedAt: Date): Promise<FindOutcome> {
    return Promise.resolve(answer ?? look(outgoing, attemptedAt))
  }

  function look(outgoing: OutgoingMessage, attemptedAt: Date): FindOutcome {
    if (now() - attemptedAt.getTime() < nonceMs) return { kind: 'repeatable' }
    if (!hasHistory) return { kind: 'cannot-look', why: 'The history may not be read.' }
    const place = visible.findIndex(({ deliveryId }) => deliveryId === outgoing.deliveryId)
    return place < 0 ? { kind: 'absent' } : { kind: 'found', message: refOf(outgoing, place) }
  }

  return {
    visible,
    tries,
    told,
    post,
    find,
    tellAdmins: (workspaceId, document) => {
      told.push(`${workspaceId}: ${document.fallback}`)
      return Promise.resolve({
        kind: 'posted',
        message: { channel: { platform: 'slack', id: 'admins' }, id: '1' },
      })
    },
    script: (...happenings) => void script.push(...happenings),
    always: (channelId, happening) => {
      if (happening === undefined) always.delete(channelId)
      else always.set(channelId, happening)
    },
    findAnswers: (outcome) => {
      answer = outcome
    },
  }
}
