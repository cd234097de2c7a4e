/**
 * Does `work` for each item, so many at a time: an item that takes long holds up one lane and no other. A fault in one
 * item goes to `onFault` and ends nothing else.
 */
export async function inLanes<Item>(
  lanes: number,
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<void>,
  onFault: (error: unknown, item: Item) => void,
): Promise<void> {
  const source = items[Symbol.asyncIterator]()
  const lane = async () => {
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      try {
        await work(next.value)
      } catch (error) {
        onFault(error, next.value)
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** Items one by one, fetched in batches when the one before is used up; ends with an empty batch or at the signal. */
export async function* inBatches<Item>(
  claim: () => Promise<readonly Item[]>,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  while (!signal.aborted) {
    const batch = await claim()
    if (batch.length === 0) return
    yield* batch
  }
}
