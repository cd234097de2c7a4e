import {
  correctPostedStories,
  deliverDueMessages,
  type House,
  makeDueDigests,
  pollDueFeeds,
} from '../pipeline.ts'
import type { Tick } from '../scheduler.ts'
import type { Role } from './roles.ts'

const minuteMs = 60_000

/** The legs of the journey as ticks; each looks every few seconds at what is due, and goes on until nothing is. */
export function ticksOf(house: House, roles: ReadonlySet<Role>): readonly Tick[] {
  const all: Readonly<Partial<Record<Role, readonly Tick[]>>> = {
    poll: [
      {
        name: 'poll',
        every: '*/5 * * * * *',
        deadlineMs: 5 * minuteMs,
        run: (signal) => pollDueFeeds(house, signal),
      },
    ],
    digest: [
      {
        name: 'digest',
        every: '*/5 * * * * *',
        deadlineMs: 3 * minuteMs,
        run: (signal) => makeDueDigests(house, signal),
      },
    ],
    deliver: [
      {
        name: 'deliver',
        every: '*/2 * * * * *',
        deadlineMs: 2 * minuteMs,
        run: (signal) => deliverDueMessages(house, signal),
      },
      {
        name: 'correct',
        every: '30 * * * * *',
        deadlineMs: 2 * minuteMs,
        run: (signal) => correctPostedStories(house, signal),
      },
    ],
  }
  return [...roles].flatMap((role) => all[role] ?? [])
}
