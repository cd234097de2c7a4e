import { expect, test, vi } from 'vitest'
import { articleId } from '../../src/domain/ids.ts'
import type { PostOutcome } from '../../src/domain/platform.ts'
import { createDeliveryRecords } from '../../src/store/delivery/delivery-records.ts'
import { openDestination } from '../../src/store/delivery/destinations.ts'
import type { Store } from '../../src/store/store.ts'
import { recordAll } from '../store/delivery/a-schedule.ts'
import { onBothEngines } from '../store/on-both-engines.ts'
import { ours } from '../store/sample.ts'
import { channels, delivering } from './delivering.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

const busy = (retryAfterMs: number, scope: 'channel' | 'platform' = 'channel') => ({
  answer: { kind: 'busy', retryAfterMs, scope } as PostOutcome,
})
const failing = { answer: { kind: 'not-sent', why: 'It says no.', unreachable: false } as const }
const down = { answer: { kind: 'not-sent', why: 'It is down.', unreachable: true } as const }
const kicked = {
  answer: { kind: 'refused', scope: 'channel', code: 'not_in_channel', why: 'Invite me.' } as const,
}
const malformed = {
  answer: { kind: 'malformed', code: 'invalid_blocks', why: 'invalid_blocks' } as const,
}

/** A worker that claims what is due and is never heard of again. */
function crash(store: Store) {
  return createDeliveryRecords(store).claim({ platforms: ['slack'], limit: 10, leaseMs: minuteMs })
}

onBothEngines('delivering', (engine) => {
  test('posts the parts of a digest in order, each beneath the first', async () => {
    const { platform, deliver, states } = await delivering(engine, { messages: 4 })
    await deliver()
    expect(platform.visible.map(({ text, parent }) => [text.slice(-6), parent])).toEqual([
      ['part 0', undefined],
      ['part 1', '1'],
      ['part 2', '1'],
      ['part 3', '1'],
    ])
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent'])
    await deliver()
    expect(platform.tries).toHaveLength(4)
  })

  test('never posts again what was sent, with several workers at once', async () => {
    const { platform, worker } = await delivering(engine, { messages: 3, wanted: channels(12) })
    const signal = new AbortController().signal
    await Promise.all([1, 2, 3].map(() => worker({ limits: { atOnce: 4 } }).deliverDue(signal)))
    expect(platform.visible).toHaveLength(36)
    expect(new Set(platform.visible.map(({ text, channel }) => channel + text)).size).toBe(36)
  })

  test('has the send on record before its first byte leaves', async () => {
    const { platform, deliver, states } = await delivering(engine)
    const seen: string[] = []
    platform.script({
      before: async () => {
        seen.push(...(await states()))
      },
    })
    await deliver()
    expect(seen).toEqual(['sending'])
  })

  test('F01: sends once what a worker left before it began', async () => {
    const { platform, worker, deliver } = await delivering(engine)
    const stopped = new AbortController()
    stopped.abort()
    await worker().deliverDue(stopped.signal)
    expect(platform.tries).toHaveLength(0)
    await deliver()
    expect(platform.visible).toHaveLength(1)
  })

  test('F02: a crash before the bytes left is looked up and sent once', async () => {
    const { platform, store, passTime, states } = await delivering(engine)
    await crash(store)
    await passTime(3 * minuteMs)
    expect(platform.visible).toHaveLength(1)
    expect(await states()).toEqual(['sent'])
  })

  test('F03, F04: a crash after the platform took it is found again, and not repeated', async () => {
    const { platform, store, passTime, states } = await delivering(engine)
    const [claimed] = await crash(store)
    if (!claimed) throw new Error('nothing was claimed')
    const { id: deliveryId, workspaceId, channel, message, parent } = claimed
    await platform.post({ deliveryId, workspaceId, channel, message, parent })
    await passTime(3 * minuteMs)
    expect(platform.visible).toHaveLength(1)
    expect(await states()).toEqual(['sent'])
  })

  test.each([
    ['with a history', {}, 1],
    ['with a nonce', { nonceMs: 120_000 }, 1],
    ['with neither, at most once more', { hasHistory: false }, 2],
  ])(
    'F05, F07, F11: a message taken without a word stands there once %s',
    async (_name, rules, most) => {
      const { platform, passTime, states, events } = await delivering(engine, rules)
      platform.script('post-unheard')
      await passTime(3 * minuteMs)
      expect(platform.visible).toHaveLength(most)
      expect(await states()).toEqual(['sent'])
      expect(events.filter(({ isRisked }) => isRisked)).toHaveLength(most - 1)
    },
  )

  test.each([
    ['with a history', {}],
    ['with a nonce', { nonceMs: 120_000 }],
    ['with neither', { hasHistory: false }],
  ])('a message lost without a word is sent once %s', async (_name, rules) => {
    const { platform, passTime } = await delivering(engine, rules)
    platform.script('lose-unheard')
    await passTime(3 * minuteMs)
    expect(platform.visible).toHaveLength(1)
  })

  test('F06: a platform that never answers leaves the fate unknown, and other channels go on', async () => {
    const { platform, clock, deliver, passTime } = await delivering(engine, {
      wanted: channels(3),
    })
    platform.script('hang')
    const delivered = deliver()
    await vi.waitFor(() => expect(platform.tries).toHaveLength(3))
    await clock.advance(minuteMs / 2)
    await delivered
    expect(platform.visible).toHaveLength(2)
    await passTime(3 * minuteMs)
    expect(platform.visible).toHaveLength(3)
  })

  test('an absence is not believed in the minute after the attempt', async () => {
    const { platform, passTime } = await delivering(engine)
    platform.script('post-unheard')
    platform.findAnswers({ kind: 'absent' })
    await passTime(45 * secondMs)
    expect(platform.tries).toHaveLength(1)
    platform.findAnswers(undefined)
    await passTime(minuteMs)
    expect(platform.visible).toHaveLength(1)
  })

  test('a fate that stays unknown is dead after three reconciliations', async () => {
    const { platform, passTime, states } = await delivering(engine)
    platform.always('C1', 'lose-unheard')
    await passTime(10 * minuteMs, 20 * secondMs)
    expect(platform.tries).toHaveLength(4)
    expect(await states()).toEqual(['dead'])
  })

  test('F08: a wait that the platform asks for is kept, and delays no other channel', async () => {
    const { platform, passTime, deliver, states } = await delivering(engine, {
      wanted: channels(3),
    })
    platform.always('C0', busy(3_600 * secondMs))
    await deliver()
    expect(platform.visible).toHaveLength(2)
    platform.always('C0', undefined)
    await passTime(59 * minuteMs, 5 * minuteMs + 54 * secondMs)
    expect(platform.tries).toHaveLength(3)
    await passTime(minuteMs, minuteMs)
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
  })

  test.each([9_999_999 * secondMs, Number.POSITIVE_INFINITY])(
    'F08: a wait of %d ms is cut to an hour',
    async (waitMs) => {
      const { platform, passTime, states } = await delivering(engine)
      platform.script(busy(waitMs))
      await passTime(61 * minuteMs, 5 * minuteMs)
      expect(await states()).toEqual(['sent'])
    },
  )

  test('waits that the platform asks for use up no try', async () => {
    const { platform, passTime, states } = await delivering(engine)
    platform.script(...Array.from({ length: 20 }, () => busy(secondMs)))
    await passTime(2 * minuteMs)
    expect(await states()).toEqual(['sent'])
  })

  test('F09: when the platform asks everybody to wait, nothing is sent to it for a minute, by any worker', async () => {
    const { platform, deliver, worker, clock, passTime } = await delivering(engine, {
      wanted: channels(5),
    })
    platform.script(busy(0, 'platform'))
    const one = worker({ limits: { atOnce: 1 } })
    await one.deliverDue(new AbortController().signal)
    expect(platform.tries).toHaveLength(1)
    await deliver()
    await clock.advance(55 * secondMs)
    await deliver()
    expect(platform.tries).toHaveLength(1)
    await passTime(20 * secondMs)
    expect(platform.visible).toHaveLength(5)
  })

  test('tries seven times over more than an hour, then gives up and says why', async () => {
    const { platform, passTime, states, words } = await delivering(engine)
    platform.always('C1', failing)
    await passTime(minuteMs)
    await passTime(3 * hourMs, 10 * minuteMs)
    expect(platform.tries).toHaveLength(7)
    expect(await states()).toEqual(['dead'])
    expect((await words())[0]).toContain('tried 7 times')
  })

  test('waits through an outage as long as the digest is news', async () => {
    const { platform, passTime, states } = await delivering(engine)
    platform.always('C1', down)
    await passTime(11 * hourMs, 30 * minuteMs)
    expect(await states()).toEqual(['retry_at'])
    platform.always('C1', undefined)
    await passTime(10 * minuteMs, 2 * minuteMs)
    expect(platform.visible).toHaveLength(1)
  })

  test('gives up after an outage that outlasts the news, and its articles may come again', async () => {
    const { platform, passTime, states, words, store } = await delivering(engine, { messages: 3 })
    await store.inWorkspace(ours, async ({ db, now }) => {
      const { id } = await db
        .selectFrom('slots')
        .select('id')
        .where('workspace_id', '=', ours)
        .executeTakeFirstOrThrow()
      await db
        .insertInto('seen')
        .values({
          workspace_id: ours,
          digest_id: 'digest',
          article_id: articleId('one'),
          revision: 1,
          slot_id: id,
          at_ms: now.getTime(),
        })
        .execute()
    })
    platform.always('C1', down)
    await passTime(13 * hourMs, 30 * minuteMs)
    expect(await states()).toEqual(['dead', 'skipped', 'skipped'])
    expect((await words())[0]).toContain('too late')
    const seen = await store.everywhere(({ db }) => db.selectFrom('seen').selectAll().execute())
    expect(seen).toEqual([])
  })

  test('F10, F14: a channel that refuses is suspended after one try, and left alone for a day', async () => {
    const { platform, passTime, states, deliver } = await delivering(engine, {
      wanted: channels(4),
    })
    for (const id of ['C0', 'C1', 'C2']) platform.always(id, kicked)
    await deliver()
    expect([...(await states())].sort()).toEqual(['sent', 'suspended', 'suspended', 'suspended'])
    await passTime(20 * hourMs, 2 * hourMs)
    expect(platform.tries).toHaveLength(4)
  })

  test('F14: a suspended channel gets nothing of the next digest either, until it is opened', async () => {
    const { platform, passTime, deliver, store, clock, states } = await delivering(engine)
    platform.always('C1', kicked)
    await deliver()
    platform.always('C1', undefined)
    await passTime(23 * hourMs, 4 * hourMs)
    expect(platform.tries).toHaveLength(1)
    await clock.advance(hourMs)
    await recordAll(store, 1)
    await store.inWorkspace(ours, (tx) => openDestination(tx, { platform: 'slack', id: 'C1' }))
    await deliver()
    expect(platform.visible).toHaveLength(1)
    expect([...(await states())].sort()).toEqual(['dead', 'sent'])
  })

  test('F15: a workspace that is gone gets no call any more, in any channel', async () => {
    const { platform, passTime, worker } = await delivering(engine, { wanted: channels(4) })
    const gone = {
      kind: 'refused',
      scope: 'workspace',
      code: 'token_revoked',
      why: 'Gone.',
    } as const
    platform.always('C0', { answer: gone })
    const one = worker({ limits: { atOnce: 1 } })
    await one.deliverDue(new AbortController().signal)
    await passTime(2 * hourMs, 30 * minuteMs)
    expect(platform.tries.filter(({ channel }) => channel.id === 'C0')).toHaveLength(1)
    expect(platform.tries.length).toBeLessThanOrEqual(4)
  })

  test('a channel that fails again and again rests, while others go on', async () => {
    const { platform, passTime, deliver } = await delivering(engine, {
      wanted: [...channels(2), { name: 'second of C0', channel: { platform: 'slack', id: 'C0' } }],
    })
    platform.always('C0', failing)
    await deliver()
    expect(platform.visible).toHaveLength(1)
    await passTime(5 * minuteMs)
    // Two digests would be tried five times each in this time.
    expect(platform.tries.filter(({ channel }) => channel.id === 'C0').length).toBeLessThan(10)
  })

  test('a message that the platform does not take is sent in a smaller form', async () => {
    const { platform, passTime, states } = await delivering(engine, {
      messages: 2,
      smaller: (message) => ({ ...message, payload: { text: 'plain' } }),
    })
    platform.script(malformed)
    await passTime(10 * secondMs)
    expect(platform.visible.map(({ text }) => text)).toEqual(['plain', expect.any(String)])
    expect(await states()).toEqual(['sent', 'sent'])
  })

  test('a part that no form of is taken is left out, and the rest is sent', async () => {
    const { platform, passTime, states } = await delivering(engine, { messages: 3 })
    platform.script('post', malformed)
    await passTime(10 * secondMs)
    expect(await states()).toEqual(['sent', 'skipped', 'sent'])
  })

  test('F18: a worker frozen past its lease writes nothing and sends nothing', async () => {
    const { platform, deliver, worker, clock, store, states, passTime } = await delivering(engine)
    const records = createDeliveryRecords(store)
    const frozen = worker({
      records: {
        ...records,
        claim: async (claim) => {
          const claimed = await records.claim(claim)
          await clock.advance(2 * minuteMs)
          await deliver()
          return claimed
        },
      },
    })
    await frozen.deliverDue(new AbortController().signal)
    await passTime(3 * minuteMs)
    expect(platform.visible).toHaveLength(1)
    expect(await states()).toEqual(['sent'])
  })

  test('F18: a worker that others may have given up begins no send and claims nothing', async () => {
    const { platform, worker, clock, store, states, deliver } = await delivering(engine)
    const records = createDeliveryRecords(store)
    let aliveUntilMs = Number.POSITIVE_INFINITY
    const silent = worker({
      aliveUntilMs: () => aliveUntilMs,
      records: {
        ...records,
        claim: async (claim) => {
          const claimed = await records.claim(claim)
          aliveUntilMs = clock.monotonicMs()
          return claimed
        },
      },
    })
    await silent.deliverDue(new AbortController().signal)
    expect(platform.tries).toEqual([])
    expect(await states()).toEqual(['ready'])
    await deliver()
    expect(platform.visible).toHaveLength(1)
  })

  test('F16: a database that is away when the answer comes loses nothing and repeats nothing', async () => {
    const { platform, worker, store, passTime, states } = await delivering(engine, {
      messages: 2,
      wanted: channels(3),
    })
    const records = createDeliveryRecords(store)
    const away = worker({
      records: { ...records, settleSent: () => Promise.reject(new Error('Connection terminated')) },
    })
    await away.deliverDue(new AbortController().signal)
    expect(platform.visible).toHaveLength(3)
    await passTime(3 * minuteMs)
    expect(platform.visible).toHaveLength(6)
    expect(new Set(await states())).toEqual(new Set(['sent']))
  })

  test('F29: a stop lets the send on its way end, begins no other, and leaves the rest ready', async () => {
    const { platform, worker, states, deliver } = await delivering(engine, { messages: 3 })
    const stop = new AbortController()
    platform.script({
      before: () => {
        stop.abort()
        return Promise.resolve()
      },
    })
    await worker().deliverDue(stop.signal)
    expect(await states()).toEqual(['sent', 'ready', 'ready'])
    await deliver()
    expect(platform.visible).toHaveLength(3)
  })
})
