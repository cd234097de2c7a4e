import type { Coverage } from './digest.ts'

/** Why a channel that should have had news has had none. */
export type Silence = {
  /** How many digests in a row were empty. */
  readonly digests: number
  readonly reason:
    | { readonly kind: 'feeds'; readonly names: readonly string[] }
    | { readonly kind: 'filters' }
    | { readonly kind: 'nothing' }
}

/** What stood in the way over several empty digests: first feeds that fail, then what the channel itself leaves out. */
export function silenceOf(coverages: readonly Coverage[]): Silence {
  const digests = coverages.length
  const failing = failingThroughout(coverages)
  const isHalfGone = coverages.some(({ feedsRead }) => failing.length >= feedsRead / 2)
  if (failing.length > 0 && isHalfGone)
    return { digests, reason: { kind: 'feeds', names: failing } }
  const isLeftOut = coverages.some(({ dropped }) =>
    dropped.some(({ reason }) => reason === 'filtered' || reason === 'muted'),
  )
  return { digests, reason: { kind: isLeftOut ? 'filters' : 'nothing' } }
}

function failingThroughout(coverages: readonly Coverage[]): readonly string[] {
  const [first, ...others] = coverages.map(({ feedsFailed }) => feedsFailed.map(({ name }) => name))
  return (first ?? []).filter((name) => others.every((names) => names.includes(name)))
}
