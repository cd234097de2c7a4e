import type { Move } from '../../domain/poll-state.ts'
import type { Redirect } from '../../support/http/outcome.ts'

const dayMs = 86_400_000
const agreedAnswers = 3

export type MoveOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'maybe'; readonly move: Move }
  /** Three answers over a day or more said the same; the feed has this address now. */
  | { readonly kind: 'agreed'; readonly toUrl: string }

/** What the redirects of one answer mean for the feed's address. Only permanent ones (301, 308) can change it. */
export function nextMove(
  before: Move | undefined,
  redirects: readonly Redirect[],
  now: Date,
): MoveOutcome {
  const toUrl = permanentTarget(redirects)
  if (toUrl === undefined) return { kind: 'none' }
  const known = before?.toUrl === toUrl ? before : { toUrl, answers: 0, firstAt: now }
  const move = { ...known, answers: known.answers + 1 }
  const isOldEnough = now.getTime() - move.firstAt.getTime() >= dayMs
  return move.answers >= agreedAnswers && isOldEnough
    ? { kind: 'agreed', toUrl }
    : { kind: 'maybe', move }
}

/** Where the permanent redirects at the start of the chain lead; a temporary one ends what may be believed. */
function permanentTarget(redirects: readonly Redirect[]): string | undefined {
  const temporary = redirects.findIndex(({ status }) => status !== 301 && status !== 308)
  const permanent = temporary === -1 ? redirects : redirects.slice(0, temporary)
  return permanent.at(-1)?.to
}
