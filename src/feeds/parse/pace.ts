const periodMinutes: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

type Syndication = {
  readonly updatePeriod?: string | undefined
  readonly updateFrequency?: number | undefined
}

/** How often the publisher says the feed changes; `ttl` goes before the syndication module. */
export function everyMinutes(
  ttl: number | undefined,
  sy: Syndication | undefined,
): number | undefined {
  if (ttl !== undefined && ttl > 0) return ttl
  const period = periodMinutes[sy?.updatePeriod?.trim().toLowerCase() ?? '']
  const frequency = sy?.updateFrequency ?? 1
  return period && frequency > 0 ? period / frequency : undefined
}
