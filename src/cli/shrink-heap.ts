import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

/**
 * Gives back what starting took, and stays small from then on: rubbish is looked for when the heap has grown by half.
 * (`--optimize-for-size` holds no less when the bot is idle, and makes polling slower by half.) How much room new objects
 * have can be said at the start of Node only: `--max-semi-space-size`, as `npm start` and the image do.
 */
export function shrinkHeap(): void {
  setFlagsFromString('--heap-growing-percent=50')
  setFlagsFromString('--expose-gc')
  const collect: Collect = runInNewContext('gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
