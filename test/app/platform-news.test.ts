import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readinessOf } from '../../src/app/readiness.ts'
import { createApp } from '../../src/app.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { readConfigText } from '../../src/config/read-file.ts'
import { toWishes } from '../../src/config/to-wishes.ts'
import { makeDueDigests } from '../../src/pipeline.ts'
import { silentLog } from '../../src/support/log.ts'
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts'
import { ids } from '../fakes/discord/world.ts'
import { startFakeSlack } from '../fakes/slack/fake-slack.ts'
import { movedClock } from '../support/moved-clock.ts'

const config = `
feeds: []
digests:
  - { name: slack, channel: "slack:C0001", onEmpty: say so, schedule: { at: "08:00", timezone: UTC } }
  - { name: discord, channel: "discord:${ids.news}", onEmpty: say so, schedule: { at: "08:00", timezone: UTC } }
  - { name: here, channel: "console:main", onEmpty: say so, schedule: { at: "08:00", timezone: UTC } }
`

/** The whole bot on Slack, on Discord and on this machine, each with a digest at eight. */
async function aBotOnThree() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-news-'))
  const slack = await startFakeSlack({ isRateLimited: false })
  const discord = await startFakeDiscord({ isRateLimited: false })
  const clock = movedClock('2026-03-01T07:00:00Z')
  const printed: string[] = []
  const app = await createApp({
    settings: readEnvironment({
      DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
      SLACK_BOT_TOKEN: 'xoxb-one',
      SLACK_APP_TOKEN: slack.world.app.appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.world.token,
      DISCORD_API_URL: discord.apiUrl,
    }),
    clock,
    random: { number: () => 0, id: crypto.randomUUID },
    log: silentLog,
    console: {
      format: { columns: 100, colour: false, hyperlinks: false },
      write: (text) => void printed.push(text),
    },
  })
  onTestFinished(async () => {
    await app.stop()
    await slack.close()
    await discord.close()
    await rm(folder, { recursive: true })
  })
  await app.apply(toWishes(readConfigText(config, 'dateline.yaml')))
  const { platformDesk } = await app.openDesks()
  await app.platforms.all.get('slack')?.start(platformDesk)
  await app.platforms.all.get('discord')?.start(platformDesk)
  const never = new AbortController().signal
  return {
    app,
    slack,
    discord,
    printed,
    /** The channels for which a digest was made at eight. */
    async digestsAtEight() {
      await makeDueDigests(app.house, never)
      await clock.advance(3_600_000)
      await makeDueDigests(app.house, never)
      return app.store.everywhere(async ({ db }) =>
        (await db.selectFrom('deliveries').select('channel').orderBy('channel').execute()).map(
          ({ channel }) => channel,
        ),
      )
    },
  }
}

test('F14, F15: a workspace that removes the bot gets nothing more, the others do, and those who run it are told', async () => {
  const { slack, discord, printed, digestsAtEight } = await aBotOnThree()
  await slack.people.event({ type: 'app_uninstalled' })
  discord.gateway.dispatch('GUILD_DELETE', { id: ids.guild })
  await expect
    .poll(() => printed.join(''), { timeout: 10_000 })
    .toContain('removed from slack:T0001')
  await expect.poll(() => printed.join('')).toContain(`removed from discord:${ids.guild}`)
  expect(await digestsAtEight()).toEqual(['console:main'])
})

test('a server that adds the bot again gets its digests again', async () => {
  const { discord, printed, digestsAtEight } = await aBotOnThree()
  discord.gateway.dispatch('GUILD_DELETE', { id: ids.guild })
  await expect.poll(() => printed.join(''), { timeout: 10_000 }).toContain('removed from')
  const guild = { id: ids.guild, channels: [], threads: [], members: [], roles: [] }
  discord.gateway.dispatch('GUILD_CREATE', guild)
  await expect.poll(digestsAtEight, { timeout: 10_000 }).toContain(`discord:${ids.news}`)
})

test('F28: a platform that closes its door for good makes the bot unready, and those who run it are told', async () => {
  const { app, discord, slack, printed } = await aBotOnThree()
  expect(await readinessOf(app)).toEqual({ faults: [] })
  discord.gateway.close(4014)
  await expect.poll(() => readinessOf(app)).toEqual({ faults: [expect.stringContaining('intent')] })
  await expect.poll(() => printed.join('')).toContain('Discord does not allow an intent')
  expect(slack.messages.map(({ text }) => text).join()).toContain(
    'Discord does not allow an intent',
  )
})
