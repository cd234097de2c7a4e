import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reply } from '../../../src/domain/command.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts'
import { ids } from '../../fakes/discord/world.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts'
import { commandLineFace } from './command-line-face.ts'
import { consoleFace } from './console-face.ts'
import { discordFace } from './discord-face.ts'
import { type Face, overheard, type Seen, waitedFor } from './face.ts'
import { lines } from './lines.ts'
import { buttonsOf, missingIn, saidIn } from './said-in.ts'
import { slackFace } from './slack-face.ts'
import { aFurnishedHouse, aPublisher, type Furnished, type Publisher, site } from './the-house.ts'

/** Nobody may ask for more than five things in a minute. */
const pauseMs = 13_000

let publisher: Publisher
let slack: FakeSlack
let discord: FakeDiscord
/** The bot of Slack, Discord and the console's page, and the bot of the command line, which knows the same. */
let house: Furnished
let ownHouse: Furnished
let faces: readonly (Face & { reply(): Reply })[]
let commandLine: Face

beforeAll(async () => {
  publisher = await aPublisher()
  slack = await startFakeSlack({ isRateLimited: false })
  discord = await startFakeDiscord({ isRateLimited: false })
  letEveryoneLiveInOneZone()
  house = await aFurnishedHouse(publisher, ['slack:C0001', `discord:${ids.news}`, 'console:main'], {
    SLACK_BOT_TOKEN: 'xoxb-one',
    SLACK_APP_TOKEN: slack.world.app.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.world.token,
    DISCORD_API_URL: discord.apiUrl,
  })
  ownHouse = await aFurnishedHouse(publisher, ['console:main'], { HTTPS_PROXY: publisher.proxyUrl })
  await ownHouse.close()
  commandLine = commandLineFace(ownHouse.env)
  const { desk, platformDesk } = await house.app.openDesks()
  const [inSlack, inDiscord, here] = [platformDesk, platformDesk, desk].map(overheard)
  if (!inSlack || !inDiscord || !here) throw new Error('a desk is missing')
  await house.app.platforms.all.get('slack')?.start(inSlack)
  await house.app.platforms.all.get('discord')?.start(inDiscord)
  await waitedFor(() => discord.state.commands.get('')?.[0], 'the commands on Discord')
  faces = [
    { ...slackFace(slack), reply: inSlack.last },
    { ...discordFace(discord, desk.specs), reply: inDiscord.last },
    { ...consoleFace(here), reply: here.last },
  ]
})

afterAll(async () => {
  await house.destroy()
  await ownHouse.destroy()
  await slack.close()
  await discord.close()
  await publisher.close()
})

/** Discord and the console do not tell a person's time zone; where it is known, times are written without it. */
function letEveryoneLiveInOneZone() {
  const people = slack.world.workspaces.get('T0001')?.people
  for (const [id, person] of people ?? []) people?.set(id, { ...person, timezone: 'UTC' })
}

const lineFor = ({ channel }: Face, typed: string) =>
  typed
    .replaceAll('{page}', `${site}/b2`)
    .replaceAll('{feed}', `${site}/other.xml`)
    .replaceAll('{channel}', channel)
    .replaceAll('{digest}', `morning-${channel.split(':')[0]}`)

test.each(lines)('“$typed” finds the same reply on every face', async ({ typed, press }) => {
  await house.clock.advance(pauseMs)
  const seen = await Promise.all(faces.map((face) => face.ask(lineFor(face, typed), press)))
  const replies = faces.map((face) => face.reply())
  const [first] = replies
  if (!first) throw new Error('nobody answered')
  const said = saidIn(first.document)
  for (const [at, face] of faces.entries()) {
    const reply = replies[at] ?? first
    expect(saidIn(reply.document), face.name).toEqual(said)
    expect(reply.outcome, face.name).toBe(first.outcome)
    shows(face, seen[at], reply)
  }
  const printed = await commandLine.ask(lineFor(commandLine, typed), press)
  expect(missingIn(printed.words, said), `the command line: ${printed.words}`).toBeUndefined()
  // The program `summarize` keeps nothing that could be pressed later.
  const isKept = !typed.startsWith('summarize ')
  const offered = isKept ? buttonsOf(first.document) : []
  expect(offered, commandLine.name).toEqual(expect.arrayContaining([...printed.buttons]))
  // Longer rows of buttons are not for a terminal.
  const isShort = offered.length > 0 && offered.length <= 3
  if (isShort) expect(printed.buttons, commandLine.name).not.toEqual([])
})

/** Everything that the reply says is shown, and nothing else can be pressed. */
function shows({ name }: Face, seen: Seen | undefined, { document, form }: Reply): void {
  if (form) {
    const wanted = form.fields.map(({ label }) => label)
    // Discord has room for five fields.
    expect(seen?.labels, name).toEqual(name === 'Discord' ? wanted.slice(0, 5) : wanted)
    return
  }
  expect(missingIn(seen?.words ?? [], saidIn(document)), name).toBeUndefined()
  expect(seen?.buttons, name).toEqual(buttonsOf(document))
}
