import { createHash, randomUUID } from 'node:crypto'

/** A stable id out of what a thing is, so that writing it twice makes one row. */
export function idOf(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:${part};`)
  return hash.digest('base64url').slice(0, 22)
}

/** An id for a thing that nothing else identifies. */
export function newId(): string {
  return randomUUID()
}

export function toDate(ms: number): Date {
  return new Date(ms)
}

export function toDateOrNone(ms: number | null): Date | undefined {
  return ms === null ? undefined : new Date(ms)
}

export function toMs(at: Date | undefined): number | null {
  return at === undefined ? null : at.getTime()
}

export function orNone<Value>(value: Value | null): Value | undefined {
  return value ?? undefined
}

export function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null
}

/** Truth as both engines keep it. */
export function toBit(value: boolean): 0 | 1 {
  return value ? 1 : 0
}

/** The day in UTC, `2026-11-24`: what counters are kept by. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
