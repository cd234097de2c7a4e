/** Writes one item and gives back what became of it; several under way are written together. */
export type Batched<Item, Result> = (item: Item) => Promise<Result>

type Waiting<Item, Result> = {
  readonly item: Item
  readonly settled: PromiseWithResolvers<Result>
}

export type BatchLimits = {
  /** Items written together; what arrives while a write is under way waits for the next one. */
  readonly most: number
  /** How long an item waits for others before it is written, unless `most` have come; the turn's own when absent. */
  readonly patience?: (signal: AbortSignal) => Promise<void>
}

/**
 * Lets a crowd share the cost of a commit. `write` gives one result per item, in order.
 */
export function createBatch<Item, Result>(
  { most, patience }: BatchLimits,
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
): Batched<Item, Result> {
  const waiting: Waiting<Item, Result>[] = []
  let isWriting = false
  let full = new AbortController()

  async function writeAll(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      full = new AbortController()
      if (waiting.length < most) await patience?.(full.signal)
      await writeSome(waiting.splice(0, most), write)
      await nextTurn()
    }
    isWriting = false
  }

  return (item) => {
    const settled = Promise.withResolvers<Result>()
    waiting.push({ item, settled })
    if (waiting.length >= most) full.abort('full')
    // After this turn of the event loop, so that items that come together are written together.
    if (!isWriting) {
      isWriting = true
      setImmediate(() => void writeAll())
    }
    return settled.promise
  }
}

/** A write that never waits would leave no turn in which more could arrive. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

async function writeSome<Item, Result>(
  some: readonly Waiting<Item, Result>[],
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await write(some.map(({ item }) => item))
    some.forEach(({ settled }, at) => {
      settled.resolve(results[at] as Result)
    })
  } catch (error) {
    for (const { settled } of some) settled.reject(error)
  }
}
