const dayMs = 86_400_000

/** So long a removal can be taken back. */
export const undoMs = 30 * dayMs

/** How many days the operator keeps what grows; each longer than anything can be taken back or corrected. */
export type KeepDays = {
  /** Articles that no channel was told of lately. */
  readonly articles: number
  /** Slots, messages, and which stories a channel was told. */
  readonly history: number
  readonly audit: number
}

export const usualKeepDays: KeepDays = { articles: 90, history: 180, audit: 365 }
export const fewestKeepDays = 31
export const mostKeepDays = 3650
