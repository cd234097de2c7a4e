import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Load, Standing } from './load.ts'

/** Lets a bot live through a load on the database, publishers beside it; how it stood hour by hour. */
export async function simulate(
  load: Load,
  database: string,
  onStanding: (standing: Standing) => void = () => {},
): Promise<readonly Standing[]> {
  const told = JSON.stringify(load)
  const publishers = fork(new URL('publishers.ts', import.meta.url), [told])
  const [port] = (await once(publishers, 'message')) as [number]
  const bot = fork(new URL('bot.ts', import.meta.url), [told, String(port), database], {
    execArgv: ['--expose-gc'],
  })
  const standings: Standing[] = []
  bot.on('message', (message: { nowMs?: number; standing?: Standing }) => {
    if (message.nowMs !== undefined) publishers.send(message.nowMs)
    if (message.standing === undefined) return
    standings.push(message.standing)
    onStanding(message.standing)
  })
  const [code] = (await once(bot, 'exit')) as [number | null]
  publishers.disconnect()
  if (code !== 0) throw new Error('The simulated bot has fallen over.')
  return standings
}
