import { disagreements, readZone, tryingTimes } from '../domain/zone-check.ts'

/**
 * Compares the slots of a daily digest with a plain reading of `Intl`, over every time zone and 20 years:
 * `zones [days around each step of a clock, or all]`.
 */
export async function run([around = '3']: readonly string[]): Promise<void> {
  const aroundDays = around === 'all' ? Infinity : Number(around)
  const names = Intl.supportedValuesOf('timeZone')
  let compared = 0
  let faults = 0
  for (const [place, name] of names.entries()) {
    const zone = readZone(name, '2010-01-01T00:00:00Z', '2030-01-01T00:00:00Z')
    for (const at of tryingTimes(zone, (place * 197) % 1440)) {
      compared += 1
      for (const fault of disagreements(zone, at, aroundDays)) {
        faults += 1
        console.log(fault)
      }
    }
  }
  console.log(`${names.length} zones, 20 years, ${compared} daily times: ${faults} disagreements`)
  if (faults > 0) process.exitCode = 1
}
