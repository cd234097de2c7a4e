import type { CommandDesk, Reply } from '../../../src/domain/command.ts'

/** What a person sees of an answer: its words in their order, what can be pressed, and the labels of a form to fill in. */
export type Seen = {
  readonly words: readonly string[]
  readonly buttons: readonly string[]
  readonly labels: readonly string[]
}

/** One way to ask. */
export type Face = {
  readonly name: string
  readonly channel: string
  /** Types a line of the list; with `press`, presses that button of the answer as well. */
  ask(typed: string, press: string | undefined): Promise<Seen>
}

/** A desk that keeps its last reply. */
export function overheard(desk: CommandDesk): CommandDesk & { last(): Reply } {
  let last: Reply | undefined
  return {
    ...desk,
    async run(call) {
      last = await desk.run(call)
      return last
    },
    last() {
      if (!last) throw new Error('nothing was asked yet')
      return last
    },
  }
}

/** Waits for what a person waits for. */
export async function waitedFor<Thing>(
  look: () => Thing | undefined,
  what: string,
): Promise<Thing> {
  const until = performance.now() + 10_000
  for (;;) {
    const thing = look()
    if (thing !== undefined) return thing
    if (performance.now() > until) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

type Json = Readonly<Record<string, unknown>>

/** Every object within, in its order. */
export function* within(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Json
  for (const part of Object.values(value)) yield* within(part)
}
