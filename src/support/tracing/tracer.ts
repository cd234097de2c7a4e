import { AsyncLocalStorage } from 'node:async_hooks'

export type Attributes = Readonly<Record<string, string | number | boolean>>

/** A piece of work that is over: when it ran, inside which other, and why it failed where it did. */
export type Span = {
  /** 32 hexadecimal digits, the same for all that belongs together. */
  readonly traceId: string
  /** 16 hexadecimal digits. */
  readonly spanId: string
  readonly parentId: string | undefined
  readonly name: string
  readonly attributes: Attributes
  readonly startedAt: Date
  readonly tookMs: number
  readonly fault: string | undefined
}

export type Work = {
  readonly name: string
  readonly attributes?: Attributes
  /** Kept only where something was done inside it: a look that found nothing is no news. */
  readonly isFrame?: boolean
}

/** Times pieces of work, each inside the one that it was started in. */
export type Tracer = <Result>(work: Work, run: () => Promise<Result>) => Promise<Result>

export const untraced: Tracer = (_work, run) => run()

export type TracerParts = {
  now(): Date
  monotonicMs(): number
  /** So many random bytes as hexadecimal digits. */
  newId(bytes: number): string
  keep(span: Span): void
}

type Open = { readonly traceId: string; readonly spanId: string; hasChildren: boolean }

const traceIdBytes = 16
const spanIdBytes = 8

export function createTracer({ now, monotonicMs, newId, keep }: TracerParts): Tracer {
  const around = new AsyncLocalStorage<Open>()
  return async (work, run) => {
    const parent = around.getStore()
    const traceId = parent?.traceId ?? newId(traceIdBytes)
    const open: Open = { traceId, spanId: newId(spanIdBytes), hasChildren: false }
    const startedAt = now()
    const startedMs = monotonicMs()
    const end = (fault?: string) => {
      if (work.isFrame && !open.hasChildren && fault === undefined) return
      if (parent) parent.hasChildren = true
      keep({
        traceId,
        spanId: open.spanId,
        parentId: parent?.spanId,
        name: work.name,
        attributes: work.attributes ?? {},
        startedAt,
        tookMs: monotonicMs() - startedMs,
        fault,
      })
    }
    try {
      const result = await around.run(open, run)
      end()
      return result
    } catch (error) {
      end(error instanceof Error ? error.message : String(error))
      throw error
    }
  }
}
