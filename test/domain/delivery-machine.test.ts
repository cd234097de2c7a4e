import { describe, expect, test } from 'vitest'
import type { Delivery, DeliveryState } from '../../src/domain/delivery.ts'
import {
  afterLook,
  afterMalformed,
  afterPost,
  afterRelease,
  retryWaitMs,
} from '../../src/domain/delivery-machine.ts'
import { deliveryId, slotId, workspaceId } from '../../src/domain/ids.ts'
import type { FindOutcome, PostOutcome } from '../../src/domain/platform.ts'

const dueAt = new Date('2026-03-01T08:00:00Z')
const later = (seconds: number) => new Date(dueAt.getTime() + seconds * 1_000)
const now = later(5)
const channel = { platform: 'slack', id: 'C1' } as const
const message = { place: 'channel', payload: {} } as const

function aDelivery(over: Partial<Delivery> = {}): Delivery {
  return {
    id: deliveryId('d'),
    workspaceId: workspaceId('slack:T'),
    slotId: slotId('s'),
    channel,
    part: 0,
    message,
    cuts: 0,
    state: 'sending',
    attempts: 1,
    reconciliations: 0,
    attemptStartedAt: dueAt,
    parent: undefined,
    dueAt,
    tooLateAt: later(12 * 3_600),
    fence: 1,
    ...over,
  }
}

const posted = { kind: 'posted', message: { channel, id: '1' } } as const
const busy = { kind: 'busy', retryAfterMs: 3_000, scope: 'channel' } as const
const failed = { kind: 'not-sent', why: 'No.', unreachable: false } as const
const down = { kind: 'not-sent', why: 'Down.', unreachable: true } as const
const unknown = { kind: 'unknown', why: 'Broken.' } as const
const refused = { kind: 'refused', scope: 'channel', code: 'gone', why: 'Gone.' } as const

describe('a delivery in sending', () => {
  type Row = [
    Exclude<PostOutcome, { kind: 'malformed' }>,
    Partial<Delivery>,
    boolean,
    DeliveryState,
    number | undefined,
  ]

  test.each<Row>([
    [posted, {}, false, 'sent', undefined],
    [posted, {}, true, 'sent', undefined],
    [busy, {}, false, 'retry_at', 3],
    [busy, {}, true, 'unknown', 3],
    [{ ...busy, retryAfterMs: -1 }, {}, false, 'retry_at', 1],
    [{ ...busy, retryAfterMs: 9_999_999_000 }, {}, false, 'retry_at', 3_600],
    [failed, { attempts: 1 }, false, 'retry_at', 1],
    [failed, { attempts: 2 }, false, 'retry_at', 5],
    [failed, { attempts: 3 }, false, 'retry_at', 30],
    [failed, { attempts: 4 }, false, 'retry_at', 120],
    [failed, { attempts: 5 }, false, 'retry_at', 600],
    [failed, { attempts: 6 }, false, 'retry_at', 3_600],
    [failed, { attempts: 7 }, false, 'dead', undefined],
    [failed, { attempts: 1 }, true, 'unknown', 1],
    [down, { attempts: 1 }, false, 'retry_at', 1],
    [down, { attempts: 70 }, false, 'retry_at', 120],
    [unknown, {}, false, 'unknown', 10],
    [unknown, {}, true, 'unknown', 10],
    [refused, {}, false, 'suspended', undefined],
    [refused, {}, true, 'unknown', undefined],
  ])('%j of %j, repeat: %j, becomes %s', (outcome, over, isRepeat, state, waitSeconds) => {
    const verdict = afterPost(aDelivery(over), outcome, { now, chance: 0.5, isRepeat })
    expect(verdict.state).toBe(state)
    if (waitSeconds !== undefined) {
      expect(verdict.dueAt.getTime() - now.getTime()).toBe(waitSeconds * 1_000)
    }
    const isOpen = state === 'unknown'
    expect(verdict.attemptStartedAt).toEqual(isOpen ? dueAt : undefined)
  })

  test('does not count a try after which the platform asked to wait', () => {
    expect(afterPost(aDelivery(), busy, { now, chance: 0.5, isRepeat: false }).attempts).toBe(0)
  })

  test('goes back to where it stood when it is given back without a try', () => {
    expect(afterRelease(aDelivery(), now)).toMatchObject({ state: 'ready', attempts: 0 })
    expect(afterRelease(aDelivery({ attempts: 3 }), now)).toMatchObject({
      state: 'retry_at',
      attempts: 2,
    })
  })

  test('takes a smaller form while there is one, then a part is left out and a first message is dead', () => {
    const smaller = { ...message, payload: { text: 'plain' } }
    expect(afterMalformed(aDelivery(), 'Bad.', smaller, now)).toMatchObject({
      state: 'retry_at',
      message: smaller,
    })
    expect(afterMalformed(aDelivery({ part: 1 }), 'Bad.', undefined, now).state).toBe('skipped')
    expect(afterMalformed(aDelivery(), 'Bad.', undefined, now).state).toBe('dead')
  })

  test('waits a fifth less to a fifth more, so that many do not come back at once', () => {
    expect([0, 0.5, 1].map((chance) => retryWaitMs(2, chance))).toEqual([4_000, 5_000, 6_000])
    expect(retryWaitMs(7, 0.5)).toBeUndefined()
  })
})

describe('a delivery in unknown', () => {
  const found = { kind: 'found', message: { channel, id: '1' } } as const
  const absent = { kind: 'absent' } as const
  const repeatable = { kind: 'repeatable' } as const
  const cannotLook = { kind: 'cannot-look', why: 'No scope.' } as const
  const lookFailed = { kind: 'failed', why: 'Down.', retryAfterMs: undefined } as const

  type Row = [FindOutcome, Partial<Delivery>, number, string]

  test.each<Row>([
    [found, {}, 15, 'sent'],
    [found, {}, 90_000, 'sent'],
    [absent, {}, 15, 'unknown'],
    [absent, {}, 60, 'post-anew'],
    [absent, { reconciliations: 2 }, 60, 'post-anew'],
    [absent, { reconciliations: 3 }, 60, 'dead'],
    [absent, {}, 90_000, 'dead'],
    [repeatable, {}, 15, 'repeat'],
    [repeatable, {}, 90_000, 'dead'],
    [cannotLook, {}, 15, 'unknown'],
    [cannotLook, { reconciliations: 3 }, 15, 'unknown'],
    [cannotLook, {}, 60, 'post-anew'],
    [cannotLook, { reconciliations: 3 }, 60, 'dead'],
    [cannotLook, {}, 90_000, 'dead'],
    [lookFailed, {}, 15, 'unknown'],
    [lookFailed, {}, 90_000, 'dead'],
  ])('after a look that gave %j, %j, %d s later becomes %s', (outcome, over, seconds, what) => {
    const delivery = aDelivery({ state: 'unknown', ...over })
    const looked = afterLook(delivery, outcome, { now: later(seconds), chance: 0.5 })
    expect(looked.kind === 'settled' ? looked.verdict.state : looked.kind).toBe(what)
  })

  test('begins a new attempt, on record as sending, where its earlier one was lost', () => {
    const looked = afterLook(aDelivery({ state: 'unknown' }), absent, {
      now: later(60),
      chance: 0.5,
    })
    expect(looked).toMatchObject({
      kind: 'post-anew',
      isRisked: false,
      verdict: { state: 'sending', attemptStartedAt: later(60), reconciliations: 1 },
    })
  })
})
