import { strong, text } from '../../domain/document.ts'
import type { Subscription } from '../../domain/subscription.ts'
import type { Command, ReadyCall } from '../command.ts'
import { withChannel } from '../read/channel.ts'
import { listChannelDigests } from '../read/named.ts'
import { nextRuns } from '../read/schedule.ts'
import { done, list, paragraph } from '../reply.ts'
import { timeSpan } from '../times.ts'

export const briefingNext: Command = {
  name: 'briefing next',
  description: 'command.briefingNext',
  options: [],
  audience: 'everyone',
  examples: [{ line: 'briefing next', says: 'Morning briefing' }],
  run: async (call) => {
    const { wording, now } = call
    const { digests, waiting } = await call.remember(async (memory) => {
      const active = (await listChannelDigests(memory)).filter(({ paused }) => !paused)
      const counts = new Map<string, number>()
      for (const digest of active) counts.set(digest.id, await memory.countWaiting(digest))
      return { digests: active, waiting: counts }
    })
    const runs = digests
      .flatMap((digest) => nextRuns(digest.schedule, now, 1).map((at) => ({ digest, at })))
      .sort((a, b) => a.at.getTime() - b.at.getTime())
    if (runs.length === 0) return done(paragraph(wording.say('next.none')))
    return done(
      list(runs.map(({ digest, at }) => nextLine(digest, at, waiting.get(digest.id) ?? 0, call))),
    )
  },
}

function nextLine(digest: Subscription, at: Date, waiting: number, call: ReadyCall) {
  return [
    strong(digest.title),
    ...withChannel((channel) => ` · ${channel} · `, digest.channel),
    timeSpan(at, call),
    text(` · ${call.wording.say('next.waiting', { count: waiting })}`),
  ]
}
