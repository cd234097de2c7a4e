/** What a simulated bot has to carry. */
export type Load = {
  readonly feeds: number
  readonly channels: number
  readonly itemsPerDay: number
  readonly hours: number
  readonly startAt: string
  /** Days that articles, history and audit are kept. */
  readonly keepDays: number
  /** Days that pass at the end with no news, so that what has a fixed limit goes. */
  readonly silentDays: number
}

/** How the bot stands at a full hour of the simulated time. */
export type Standing = {
  readonly hour: number
  /** After a collection, so that it is what the bot holds. */
  readonly rssMb: number
  readonly peakRssMb: number
  readonly descriptors: number
  /** Of the event loop's delay since the hour before. */
  readonly p99Ms: number
  readonly cpuSeconds: number
  readonly rows: Readonly<Record<string, number>>
}

export function hostOf(feed: number): string {
  return `publisher-${feed}.example`
}

/** A configuration of so many feeds, and of channels that each read a tenth of them every morning. */
export function configurationOf({ feeds, channels }: Load): string {
  const groups = 10
  const feed = (_: unknown, at: number) =>
    `  - { name: "Outlet ${at}", url: "https://${hostOf(at)}/feed", categories: [group${at % groups}] }`
  const digest = (_: unknown, at: number) =>
    `  - { name: digest-${at}, channel: "console:c${at}", schedule: { at: "08:${String(at % 60).padStart(2, '0')}", timezone: UTC }, feeds: { categories: [group${at % groups}] } }`
  return [
    'feeds:',
    ...Array.from({ length: feeds }, feed),
    'digests:',
    ...Array.from({ length: channels }, digest),
    '',
  ].join('\n')
}
