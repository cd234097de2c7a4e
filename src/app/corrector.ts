import type { House } from '../pipeline.ts'
import { revisedTold } from '../store/stories/revised-told.ts'
import { type CorrectTools, correctTold } from './correct-told.ts'

const dayMs = 86_400_000
/** At its first look it makes good what a time of standing still has left undone. */
const farthestBackMs = 14 * dayMs
/** Clocks of several processes differ a little. */
const overlapMs = 60_000

/** Looks for changed articles since its last look; what could not be edited is looked at again. */
export function createCorrector(
  tools: CorrectTools & { now(): Date; onFault(error: unknown, id: string): void },
): House['corrections'] {
  let since = new Date(tools.now().getTime() - farthestBackMs)
  return {
    async correctDue(signal) {
      const lookedAt = tools.now()
      let isDone = true
      for (const told of await tools.store.everywhere((tx) => revisedTold(tx, since))) {
        if (signal.aborted) return
        try {
          isDone = (await correctTold(told, tools)) && isDone
        } catch (error) {
          tools.onFault(error, told.storyId)
          isDone = false
        }
      }
      if (isDone) since = new Date(lookedAt.getTime() - overlapMs)
    },
  }
}
