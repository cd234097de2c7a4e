import type { Briefing } from '../../domain/briefing.ts'
import type { Quality, QualityFinding } from '../../platforms/console/page/reads.ts'
import { readerReports } from '../../store/people/reports.ts'
import { spendingDays } from '../../store/spending/spending-days.ts'
import { madeDigests } from '../../store/stories/made-digests.ts'
import type { WorkspaceTx } from '../../store/transaction.ts'
import { firstDay, lastDays } from './days.ts'

const digestsRead = 1000
const findingsShown = 20

/** What was checked and taken out in the last 30 days, what readers reported, and what the language model cost. */
export async function readQuality(tx: WorkspaceTx): Promise<Quality> {
  const since = firstDay(tx.now)
  const days = lastDays(tx.now)
  const digests = await madeDigests(tx, since, digestsRead)
  const printed = digests.flatMap(({ dueAt, briefings }) =>
    briefings.map((briefing) => ({ at: dueAt, briefing })),
  )
  const reports = await readerReports(tx, since, digestsRead)
  const spent = await spendingDays(tx, since)
  const perDay = (count: (briefing: Briefing) => number) =>
    sums(
      days,
      printed.map(({ at, briefing }) => ({ day: dayOf(at), amount: count(briefing) })),
    )
  const findings = (find: (briefing: Briefing) => readonly Found[]) =>
    printed
      .flatMap(({ at, briefing }) =>
        find(briefing).map((found) => ({ ...found, at, storyId: briefing.storyId })),
      )
      .slice(0, findingsShown)
  return {
    days,
    quotesPrinted: perDay(({ quotes }) => quotes.length),
    quotesDropped: perDay(({ checks }) => checks.quotesDropped.length),
    pointsPrinted: perDay(({ points }) => points.length),
    pointsReplaced: perDay(({ checks }) => checks.pointsReplaced.length),
    fellBack: perDay(({ authorship }) => (authorship.fellBackBecause === undefined ? 0 : 1)),
    reported: sums(
      days,
      reports.map(({ at }) => ({ day: dayOf(at), amount: 1 })),
    ),
    microDollars: sums(
      days,
      spent.map(({ day, microDollars }) => ({ day, amount: microDollars })),
    ),
    calls: spent.reduce((sum, { calls }) => sum + calls, 0),
    dropped: findings(({ checks }) =>
      checks.quotesDropped.map(({ text, verdict }) => ({ text, why: verdict })),
    ),
    replaced: findings(({ checks }) => checks.pointsReplaced),
    fallBacks: findings(({ authorship, headline }) =>
      authorship.fellBackBecause === undefined
        ? []
        : [{ text: headline, why: authorship.fellBackBecause }],
    ),
    reports: reports.slice(0, findingsShown),
  }
}

type Found = Pick<QualityFinding, 'text' | 'why'>

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

function sums(
  days: readonly string[],
  amounts: readonly { readonly day: string; readonly amount: number }[],
): readonly number[] {
  const byDay = Map.groupBy(amounts, ({ day }) => day)
  return days.map((day) => (byDay.get(day) ?? []).reduce((sum, { amount }) => sum + amount, 0))
}
