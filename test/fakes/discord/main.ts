import { parseArgs } from 'node:util'
import type { Fault } from '../slack/faults.ts'
import { startFakeDiscord } from './fake-discord.ts'
import { createGuild, ids } from './world.ts'

/**
 * The fake as a process of its own: `node test/fakes/discord/main.ts --log FILE [--port N] [--seed N] [--unlimited]
 * [--any-channel] [--no-history] [--guilds N] [--faults JSON]`. Its first line on stdout is its port; its token is
 * `OTAwMDAwMDAwMDAwMDAwMDAx.fake.token`. With `--any-channel` every channel id exists, in the server
 * `100000000000000001`.
 */
const { values } = parseArgs({
  options: {
    log: { type: 'string' },
    port: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    unlimited: { type: 'boolean', default: false },
    'any-channel': { type: 'boolean', default: false },
    'no-history': { type: 'boolean', default: false },
    guilds: { type: 'string', default: '2' },
    faults: { type: 'string', default: '[]' },
  },
})

const discord = await startFakeDiscord({
  ...(values.log === undefined ? {} : { logFile: values.log }),
  port: Number(values.port),
  seed: Number(values.seed),
  isRateLimited: !values.unlimited,
})
for (let n = 1; n <= Number(values.guilds); n += 1) {
  const id = `1${String(n).padStart(17, '0')}`
  if (!discord.world.guilds.has(id)) discord.world.guilds.set(id, createGuild(id, `Server ${n}`))
}
if (values['any-channel']) discord.world.anyChannelIn = ids.guild
if (values['no-history']) {
  discord.world.usualPermissions.delete('history')
  for (const channel of discord.world.channels.values()) channel.may.delete('history')
}
for (const fault of JSON.parse(values.faults) as Fault[]) discord.faults.arm(fault)
discord.log.add('started', { epochMs: Date.now() })
process.stdout.write(`${discord.port}\n`)
process.on('SIGTERM', () => {
  void discord.close().then(() => process.exit(0))
})
