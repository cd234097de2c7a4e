import { type Finding, fault, ok, warning } from './finding.ts'

/** What the runtime says of itself. */
export type Runtime = {
  /** `v24.21.0`. */
  readonly nodeVersion: string
  /** Edition of the time-zone data, such as `2026c`; undefined in a build without it. */
  readonly timezoneData: string | undefined
}

const oldestNode = [24, 12] as const

export function checkNode({ nodeVersion }: Runtime): Finding {
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, '').split('.').map(Number)
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])
  if (!isOld) return ok('Node', nodeVersion)
  return fault('Node', `${nodeVersion} is too old: install Node ${oldestNode.join('.')} or later.`)
}

/** Zones change their rules several times a year; data older than this misses some. */
const staleAfterYears = 2

export function checkTimezoneData({ timezoneData }: Runtime, now: Date): Finding {
  if (timezoneData === undefined)
    return fault('Time zones', 'This Node has no time-zone data: install a build with full ICU.')
  const age = now.getUTCFullYear() - Number(timezoneData.slice(0, 4))
  if (age < staleAfterYears) return ok('Time zones', `data of ${timezoneData}`)
  return warning(
    'Time zones',
    `The data is of ${timezoneData}: digests may come at the wrong hour where the rules have changed. Update Node.`,
  )
}

/** Before this nothing of Dateline existed. */
const earliestAt = new Date('2026-01-01T00:00:00Z')

export function checkClock(now: Date): Finding {
  if (now >= earliestAt) return ok('Clock', `${now.toISOString().slice(0, 19)}Z`)
  return fault('Clock', `The clock says ${now.toISOString()}: set it, or run an NTP client.`)
}
