import { expect, test } from 'vitest'
import { newPollState } from '../../../src/domain/poll-state.ts'
import { createHostHolds, restoreHolds } from '../../../src/feeds/poll/host-holds.ts'
import { hourMs, polledFeed, startAt as start } from './polling.ts'

const startAt = new Date(start)
const later = (ms: number) => new Date(startAt.getTime() + ms)

/** Where a feed stands after its server has answered so. */
async function stateAfter(status: number) {
  await using feed = await polledFeed((_, response) => {
    response.writeHead(status, { 'retry-after': '7200' }).end()
  })
  await feed.poll()
  return feed.state()
}

test.each([
  [429, true],
  [503, false],
])(
  'after a restart, a feed that was answered %i holds back its whole site: %s',
  async (status, isHeld) => {
    const holds = createHostHolds()
    const state = await stateAfter(status)
    restoreHolds(holds, [{ url: 'https://one.harbour.example/feed', state }], startAt)
    const untilAt = holds.heldUntil('https://two.harbour.example/feed', later(hourMs))
    expect(untilAt !== undefined).toBe(isHeld)
    expect(state.nextCheckAt.getTime()).toBeGreaterThanOrEqual(later(2 * hourMs).getTime())
    expect(holds.heldUntil('https://two.harbour.example/feed', later(24 * hourMs))).toBeUndefined()
  },
)

test('a feed that does well holds nothing', () => {
  const holds = createHostHolds()
  const state = newPollState(later(hourMs))
  restoreHolds(holds, [{ url: 'https://harbour.example/feed', state }], startAt)
  expect(holds.heldUntil('https://harbour.example/feed', startAt)).toBeUndefined()
})
