import { UsageError } from '../../domain/errors.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import { nearest } from '../nearest.ts'
import { short } from '../options.ts'

const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC']

/** What people write that means more than one place, or no place in summer; they are asked which. */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  PST: ['America/Los_Angeles', 'Asia/Manila'],
  PDT: ['America/Los_Angeles'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'],
  CDT: ['America/Chicago'],
  EST: ['America/New_York', 'America/Panama'],
  EDT: ['America/New_York'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  CET: ['Europe/Berlin', 'Europe/Paris', 'Africa/Algiers'],
  CEST: ['Europe/Berlin', 'Europe/Paris'],
  MEZ: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  WET: ['Europe/Lisbon', 'Africa/Casablanca'],
  EET: ['Europe/Athens', 'Europe/Kiev', 'Africa/Cairo'],
  MSK: ['Europe/Moscow'],
  JST: ['Asia/Tokyo'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  BRT: ['America/Sao_Paulo'],
}

const cityOf = (zone: string) => zone.split('/').at(-1) ?? zone
const plain = (name: string) => name.trim().toLowerCase().replaceAll(' ', '_')

/** Zones by name: `Europe/Berlin`, `Berlin`, `new york`. An abbreviation is a question, never a guess. */
export function readTimezone(typed: string, wording: Wording): string {
  const wanted = plain(typed)
  const abbreviated = abbreviations[typed.trim().toUpperCase()]
  const exact = zones.find((zone) => plain(zone) === wanted) ?? canonical(typed)
  if (exact && !abbreviated) return exact
  const meant = abbreviated ?? zones.filter(isCity(wanted))
  const [only, ...others] = meant
  if (only && others.length === 0 && !abbreviated) return only
  throw new UsageError(fault(typed, meant, wording), { option: 'timezone' })
}

function isCity(wanted: string) {
  return (zone: string) => plain(cityOf(zone)) === wanted
}

/** Old names, such as `Asia/Calcutta`, that the runtime knows but does not list. */
function canonical(typed: string): string | undefined {
  if (!/^[A-Za-z]+\/[A-Za-z0-9_+/-]+$/.test(typed.trim())) return undefined
  try {
    const zone = typed.trim()
    return new Intl.DateTimeFormat('en', { timeZone: zone }) && zone
  } catch {
    return undefined
  }
}

function fault(typed: string, meant: readonly string[], wording: Wording): string {
  const value = short(typed)
  if (meant.length > 0)
    return wording.say('fault.timezoneWhich', { value, zones: meant.join(', ') })
  const near = nearest(plain(typed), zones.map(cityOf), 1)[0]
  const zone = zones.find((each) => cityOf(each) === near)
  return wording.say('fault.timezone', { value, example: zone ?? 'Europe/Berlin' })
}

/** Zones whose name has the words in it, for completion. */
export function timezonesLike(typed: string): readonly string[] {
  const wanted = plain(typed)
  return zones.filter((zone) => plain(zone).includes(wanted))
}
