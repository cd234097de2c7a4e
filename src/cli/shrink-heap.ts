import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

/**
 * Gives back what starting took, and stays small from then on: the bot waits for others most of the time, so that small is
 * worth more than fast.
 */
export function shrinkHeap(): void {
  setFlagsFromString('--optimize-for-size')
  setFlagsFromString('--expose-gc')
  const collect: Collect = runInNewContext('gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
