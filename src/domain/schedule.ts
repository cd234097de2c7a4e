/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** When a digest is wanted, in local time. */
export type Schedule =
  | {
      readonly kind: 'times'
      readonly days: readonly Weekday[]
      /** Local times as `HH:MM`, each a slot of its own. */
      readonly at: readonly string[]
      /** IANA name, checked with `Intl`. */
      readonly timezone: string
      /** Posted at the minute; otherwise spread over up to 60 s. */
      readonly exact: boolean
    }
  | {
      readonly kind: 'cron'
      /** Five fields. */
      readonly cron: string
      readonly timezone: string
      readonly exact: boolean
    }

/** One planned run: the local date and time as written in the schedule, and the instant it falls on. */
export type SlotTime = {
  /** `2027-03-14T02:30 America/New_York`: the local time, not the instant, so that nothing can make two of it. */
  readonly key: string
  readonly dueAt: Date
}
