import type { Point } from '../../domain/briefing.ts'

/** Both points rest on a passage that the other one rests on, too. */
export function restOnSame(a: Point, b: Point): boolean {
  return a.evidence.some((one) =>
    b.evidence.some(
      (other) =>
        one.articleId === other.articleId && one.start < other.end && other.start < one.end,
    ),
  )
}
