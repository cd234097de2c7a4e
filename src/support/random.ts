import { randomBytes } from 'node:crypto'

/** Where the program's randomness comes from; tests hand over one that repeats. */
export type Random = {
  /** From 0 up to but not including 1. */
  number(): number
  /** Text of letters and digits that nobody can guess: 22 characters carry 128 bits. */
  id(): string
}

export const systemRandom: Random = {
  number: () => Math.random(),
  id: () => randomBytes(16).toString('base64url'),
}
