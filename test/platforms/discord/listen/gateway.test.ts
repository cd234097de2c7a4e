import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { DiscordPlatform } from '../../../../src/platforms/discord/discord-platform.ts'
import { createIdentifyBudget } from '../../../../src/platforms/discord/listen/identify-budget.ts'
import { type FakeDiscord, startFakeDiscord } from '../../../fakes/discord/fake-discord.ts'
import { createChannel, createGuild, ids } from '../../../fakes/discord/world.ts'
import { type MovedClock, movedClock } from '../../../support/moved-clock.ts'
import { answered, registered, startable, type TestDesk, testDesk, until } from './stage.ts'

let discord: FakeDiscord
let platform: DiscordPlatform

beforeEach(async () => {
  discord = await startFakeDiscord({ isRateLimited: false, heartbeatMs: 400 })
  platform = startable(discord)
})
afterEach(async () => {
  await platform.stop()
  await discord.close()
})

const count = (kind: string) => discord.log.entries.filter((entry) => entry.kind === kind).length

async function listening(): Promise<ReturnType<typeof testDesk>> {
  const desk = testDesk()
  await platform.start(desk)
  await registered(discord)
  return desk
}

describe('F28: the gateway', () => {
  test('asks for no privileged intent', async () => {
    await listening()
    const [identify] = discord.log.entries.filter(({ kind }) => kind === 'identify')
    expect(identify).toMatchObject({ intents: 1 + 512, shard: [0, 1] })
  })

  test.each([
    ['a dropped socket', () => discord.gateway.drop()],
    ['close code 4000', () => discord.gateway.close(4000)],
    ['a call to reconnect', () => discord.gateway.askToReconnect()],
  ])('resumes after %s and hears what was said meanwhile', async (_name, disturb) => {
    const desk = await listening()
    disturb()
    await until(() => count('gateway closed') > 0)
    const asked = discord.people.command('briefing now')
    await until(() => count('resume') > 0, 'the resume')
    await answered(asked)
    expect(desk.calls).toHaveLength(1)
    expect(count('identify')).toBe(1)
  })

  test('notices a connection that has gone silent, and resumes', async () => {
    await listening()
    discord.gateway.goSilent()
    await until(() => count('resume') > 0, 'the resume')
    await answered(discord.people.command('briefing now'))
    expect(count('identify')).toBe(1)
  })

  test('identifies anew when its session is no longer valid', async () => {
    await listening()
    discord.gateway.invalidate(false)
    await until(() => count('identify') === 2, 'the second identify')
    await until(() => discord.gateway.connected() > 0)
  })

  test.each([
    [4004, 'DISCORD_TOKEN'],
    [4014, 'intents'],
  ])('stops at close code %i with a clear word, and tries no second time', async (code, word) => {
    discord.gateway.refuseWith(code)
    await expect(platform.start(testDesk())).rejects.toThrow(word)
    expect(count('gateway connected')).toBe(1)
  })

  test('stops at a token that the API refuses', async () => {
    platform = startable(discord, { token: 'wrong' })
    await expect(platform.start(testDesk())).rejects.toThrow('DISCORD_TOKEN')
  })

  test.each([4004, 4010, 4011, 4012, 4013, 4014])(
    'close code %i after the start ends it with a clear word, said once, and nothing connects again',
    async (code) => {
      const said: string[] = []
      platform = startable(discord, { onDeaf: (words) => said.push(words) })
      await listening()
      discord.gateway.close(code)
      await until(() => said.length > 0, 'the word')
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(said).toEqual([expect.stringMatching(/(Set|Check|Update) /)])
      expect(count('gateway connected')).toBe(1)
      expect(discord.gateway.connected()).toBe(0)
    },
  )

  test('a connection that is lost six times within the hour is resumed six times, and identifies once', async () => {
    const desk = await listening()
    for (let lost = 1; lost <= 6; lost += 1) {
      discord.gateway.drop()
      await until(() => count('resume') === lost && discord.gateway.connected() === 1)
    }
    await answered(discord.people.command('briefing now'))
    expect(desk.calls).toHaveLength(1)
    expect(count('identify')).toBe(1)
  })

  test('a start that Discord does not answer goes on, and hears when Discord is back', async () => {
    const clock = movedClock('2025-12-02T07:00:00Z')
    platform = startable(discord, { clock })
    discord.faults.arm({ method: 'GET /gateway/bot', act: { kind: 'answer', status: 503 } })
    const desk = testDesk()
    const starting = platform.start(desk)
    await wakeUntil([clock], () => count('identify') === 1)
    await starting
    await registered(discord)
    await answered(discord.people.command('briefing now'))
  })

  test('stops in the middle of connecting, and does not come back', async () => {
    await listening()
    discord.gateway.invalidate(false)
    await until(() => count('gateway closed') > 0)
    await until(() => count('identify') === 2, 'the second identify')
    await platform.stop()
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect(discord.gateway.connected()).toBe(0)
  })

  test('leaves its session alive when it stops', async () => {
    await listening()
    await platform.stop()
    await until(() => count('gateway closed') > 0)
    const [closed] = discord.log.entries.filter(({ kind }) => kind === 'gateway closed')
    expect([1000, 1001]).not.toContain(closed?.code)
  })
})

describe('servers', () => {
  test('F14: one that the bot is removed from is told, one that is out of order is not', async () => {
    const left: string[] = []
    platform = startable(discord, { onRemoved: async (id) => void left.push(id) })
    await listening()
    discord.gateway.dispatch('GUILD_DELETE', { id: ids.otherGuild, unavailable: true })
    discord.gateway.dispatch('GUILD_DELETE', { id: ids.guild })
    await until(() => left.length > 0)
    expect(left).toEqual([`discord:${ids.guild}`])
  })

  test('one that the bot is added to is told, those it was on before are not', async () => {
    const joined: string[] = []
    platform = startable(discord, { onJoined: async (id) => void joined.push(id) })
    await listening()
    const guild = { id: ids.guild, channels: [], threads: [], members: [], roles: [] }
    discord.gateway.dispatch('GUILD_DELETE', { id: ids.guild })
    discord.gateway.dispatch('GUILD_CREATE', guild)
    discord.gateway.dispatch('GUILD_CREATE', guild)
    await until(() => joined.length > 0)
    expect(joined).toEqual([`discord:${ids.guild}`])
  })
})

describe('shards', () => {
  test('of two processes divide the servers: each hears its own and nothing else', async () => {
    const far = String(((BigInt(ids.guild) >> 22n) + 1n) << 22n)
    const there = String(BigInt(far) + 1n)
    discord.world.guilds.set(far, createGuild(far, 'Far'))
    discord.world.channels.set(there, createChannel({ id: there, guildId: far }))
    const clocks = [movedClock('2025-12-02T07:00:00Z'), movedClock('2025-12-02T07:00:00Z')]
    const desks = [testDesk(), testDesk()]
    const ranges = [
      { first: 0, last: 1, of: 4 },
      { first: 2, last: 3, of: 4 },
    ]
    const processes = ranges.map((shards, at) =>
      startable(discord, { shards, clock: clocks[at] as MovedClock }),
    )
    onTestFinished(async () => {
      for (const each of processes) await each.stop()
    })
    const started = processes.map((each, at) => each.start(desks[at] as TestDesk))
    await wakeUntil(clocks, () => count('identify') === 4)
    await Promise.all(started)
    await registered(discord)
    await until(() => discord.gateway.connected() === 4, 'four shards')
    const identified = discord.log.entries.filter(({ kind }) => kind === 'identify')
    expect(identified.map(({ shard }) => shard).sort()).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
    ])
    await answered(discord.people.command('briefing now'))
    await answered(discord.people.command('briefing now', {}, { channelId: there }))
    const channels = desks.map(({ calls }) => calls.map(({ caller }) => caller.channel?.id))
    const shardOf = (id: string) => Number((BigInt(id) >> 22n) % 4n)
    const expected = [0, 1].map((process) =>
      [
        [ids.news, ids.guild],
        [there, far],
      ].flatMap(([channel = '', guild = '']) =>
        Math.floor(shardOf(guild) / 2) === process ? [channel] : [],
      ),
    )
    expect(channels).toEqual(expected)
    expect(expected.flat()).toHaveLength(2)
  })
})

/** Moves the clocks on until it is so. */
async function wakeUntil(clocks: readonly MovedClock[], isSo: () => boolean): Promise<void> {
  await until(() => {
    for (const clock of clocks) void clock.advance(1_000)
    return isSo()
  })
}

describe('identifying', () => {
  test('happens at most five times an hour for a shard, five seconds apart', async () => {
    const clock = movedClock('2025-12-02T07:00:00Z')
    const budget = createIdentifyBudget(clock)
    const done: number[] = []
    const { signal } = new AbortController()
    for (let n = 0; n < 8; n++) {
      void budget.waitForIdentify(0, signal).then(() => done.push(clock.monotonicMs()))
    }
    await clock.advance(3_599_000)
    expect(done).toEqual([0, 5000, 10_000, 15_000, 20_000])
    await clock.advance(30_000)
    expect(done).toHaveLength(8)
  })
})
