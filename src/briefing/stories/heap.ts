/** A list that gives back its greatest first. */
export type Heap<Item> = {
  push(item: Item): void
  pop(): Item | undefined
}

/** A binary heap by `worth`; the greatest worth comes out first. */
export function createHeap<Item>(worth: (item: Item) => number): Heap<Item> {
  const items: Item[] = []
  const worthAt = (index: number) => {
    const item = items[index]
    return item === undefined ? Number.NEGATIVE_INFINITY : worth(item)
  }
  const swap = (a: number, b: number) => {
    const [one, other] = [items[a], items[b]]
    if (one === undefined || other === undefined) return
    items[a] = other
    items[b] = one
  }
  const sink = (from: number) => {
    for (let at = from; ; ) {
      const left = 2 * at + 1
      const child = worthAt(left + 1) > worthAt(left) ? left + 1 : left
      if (worthAt(child) <= worthAt(at)) return
      swap(at, child)
      at = child
    }
  }
  return {
    push(item) {
      items.push(item)
      for (let at = items.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (worthAt(parent) >= worthAt(at)) return
        swap(parent, at)
        at = parent
      }
    },
    pop() {
      const top = items[0]
      const last = items.pop()
      if (items.length > 0 && last !== undefined) {
        items[0] = last
        sink(0)
      }
      return top
    },
  }
}
