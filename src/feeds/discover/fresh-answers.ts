import type { FetchOutcome } from '../../support/http/outcome.ts'

type Answer = Extract<FetchOutcome, { kind: 'ok' }>

/** Feeds that were just fetched for somebody to look at, so that adding one asks its publisher once (E10). */
export type FreshAnswers = {
  keep(answer: Answer): void
  /** Gives an answer away, once, while it is fresh. */
  take(url: string): Answer | undefined
}

const freshMs = 10 * 60_000
/** As many feeds of 5 MB as a small machine can hold for a moment. */
const mostKept = 5

export function createFreshAnswers(now: () => Date): FreshAnswers {
  const kept = new Map<string, { readonly answer: Answer; readonly atMs: number }>()
  const forgetOld = () => {
    for (const [url, { atMs }] of kept) {
      if (kept.size > mostKept || now().getTime() - atMs > freshMs) kept.delete(url)
    }
  }
  return {
    keep(answer) {
      kept.set(answer.url, { answer, atMs: now().getTime() })
      forgetOld()
    },
    take(url) {
      forgetOld()
      const found = kept.get(url)?.answer
      kept.delete(url)
      return found
    },
  }
}
