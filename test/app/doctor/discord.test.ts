import { expect, onTestFinished, test } from 'vitest'
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts'
import { ids } from '../../fakes/discord/world.ts'
import { findingsOf } from './examining.ts'

async function aDiscord() {
  const discord = await startFakeDiscord()
  onTestFinished(() => discord.close())
  return { discord, env: { DISCORD_TOKEN: discord.world.token, DISCORD_API_URL: discord.apiUrl } }
}

const about = (findings: readonly string[]) =>
  findings.filter((finding) => finding.includes(' Discord'))

test('a token and a channel that are in order are found so, and nothing is posted', async () => {
  const { discord, env } = await aDiscord()
  const findings = about(await findingsOf(env, [`discord:${ids.news}`]))
  expect(findings).toEqual([
    expect.stringMatching(/^ok Discord: the token is that of /),
    'ok Discord channel: 1 can be posted to',
  ])
  expect(discord.log.entries.filter(({ kind }) => kind === 'message')).toEqual([])
})

test('a permission without which nothing is posted is a fault', async () => {
  const { discord, env } = await aDiscord()
  discord.world.channels.get(ids.news)?.may.delete('send')
  expect(about(await findingsOf(env, [`discord:${ids.news}`]))).toContain(
    `fault Discord channel: ${ids.news}: Give the bot "Send Messages" there.`,
  )
})

test('a permission that makes things poorer is a warning with what is lost', async () => {
  const { discord, env } = await aDiscord()
  discord.world.channels.get(ids.news)?.may.delete('history')
  expect(about(await findingsOf(env, [`discord:${ids.news}`]))).toContain(
    `warning Discord channel: ${ids.news}: without "Read Message History" a crash in the middle of a post may double a message.`,
  )
})

test('a channel that is gone or hidden is a fault', async () => {
  const { env } = await aDiscord()
  const gone = '200000000000000999'
  const findings = about(await findingsOf(env, [`discord:${ids.secret}`, `discord:${gone}`]))
  expect(findings).toContain(
    `fault Discord channel: ${ids.secret}: I cannot see this channel; give me "View Channel" there.`,
  )
  expect(findings).toContain(
    `fault Discord channel: ${gone}: This channel is gone; choose another one.`,
  )
})

test('a token that Discord does not take is a fault, and is not shown', async () => {
  const { env } = await aDiscord()
  const findings = about(await findingsOf({ ...env, DISCORD_TOKEN: 'wrong.token.here' }))
  expect(findings).toEqual([expect.stringMatching(/^fault Discord: DISCORD_TOKEN: .*token/)])
  expect(findings.join()).not.toContain('wrong.token.here')
})
