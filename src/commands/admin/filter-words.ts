import type { Filter } from '../../domain/filter.ts'
import type { Wording } from '../../domain/wording/wording.ts'

/** A filter as a sentence: "drops articles whose title contains “horoscope”". */
export function filterWords(filter: Filter, wording: Wording): string {
  const { action, field, match, value, not, scope } = filter
  const rule = wording.say('filter.rule', {
    action,
    field,
    match,
    not: not ? 'yes' : 'no',
    value,
  })
  return scope === undefined ? rule : `${rule} (${scope})`
}
