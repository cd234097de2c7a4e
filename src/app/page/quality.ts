import type { Quality, QualityFinding } from '../../platforms/console/page/reads.ts'
import { readerReports } from '../../store/people/reports.ts'
import { spendingDays } from '../../store/spending/spending-days.ts'
import { type CheckedStory, checkedStories } from '../../store/stories/checked-stories.ts'
import type { WorkspaceTx } from '../../store/transaction.ts'
import { firstDay, lastDays } from './days.ts'

const digestsRead = 1000
const findingsShown = 20

/** What was checked and taken out in the last 30 days, what readers reported, and what the language model cost. */
export async function readQuality(tx: WorkspaceTx): Promise<Quality> {
  const since = firstDay(tx.now)
  const days = lastDays(tx.now)
  const printed = await checkedStories(tx, since, digestsRead)
  const reports = await readerReports(tx, since, digestsRead)
  const spent = await spendingDays(tx, since)
  const perDay = (count: (story: CheckedStory) => number) =>
    sums(
      days,
      printed.map((story) => ({ day: dayOf(story.at), amount: count(story) })),
    )
  const findings = (find: (story: CheckedStory) => readonly Found[]) =>
    printed
      .flatMap((story) =>
        find(story).map((found) => ({ ...found, at: story.at, storyId: story.storyId })),
      )
      .slice(0, findingsShown)
  return {
    days,
    quotesPrinted: perDay(({ quotes }) => quotes),
    quotesDropped: perDay(({ checks }) => checks.quotesDropped.length),
    pointsPrinted: perDay(({ points }) => points),
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
