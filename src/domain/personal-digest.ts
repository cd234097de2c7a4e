import { type PersonId, personId } from './ids.ts'
import type { Subscription } from './subscription.ts'

const prefix = 'me-'

/** What a person's own digest is called in the workspace; nobody else's commands see it. */
export function personalDigestName(person: PersonId): string {
  return `${prefix}${person}`
}

/** Whose own digest this is, so that their follows and mutes count; undefined for a channel's. */
export function personOf({ name }: Pick<Subscription, 'name'>): PersonId | undefined {
  return name.startsWith(prefix) ? personId(name.slice(prefix.length)) : undefined
}
