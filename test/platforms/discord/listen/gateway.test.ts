import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordPlatform } from '../../../../src/platforms/discord/discord-platform.ts'
import { createIdentifyBudget } from '../../../../src/platforms/discord/listen/identify-budget.ts'
import { type FakeDiscord, startFakeDiscord } from '../../../fakes/discord/fake-discord.ts'
import { movedClock } from '../../../support/moved-clock.ts'
import { answered, registered, startable, testDesk, until } from './stage.ts'

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

  test('leaves its session alive when it stops', async () => {
    await listening()
    await platform.stop()
    await until(() => count('gateway closed') > 0)
    const [closed] = discord.log.entries.filter(({ kind }) => kind === 'gateway closed')
    expect([1000, 1001]).not.toContain(closed?.code)
  })
})

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
