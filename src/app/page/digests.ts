import { scheduleWords } from '../../commands/admin/digest-words.ts'
import { nextRuns } from '../../commands/read/schedule.ts'
import { personOf } from '../../domain/personal-digest.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { wordingFor } from '../../domain/wording/wording.ts'
import type { DigestStanding, EditionLine } from '../../platforms/console/page/reads.ts'
import { deliveriesOfSlots } from '../../store/delivery/slot-deliveries.ts'
import { listEditions } from '../../store/stories/editions.ts'
import type { WorkspaceTx } from '../../store/transaction.ts'
import { listSubscriptions } from '../../store/wishes/subscriptions.ts'

const runsShown = 5
const editionsShown = 30

/** The digests of channels; nobody's own ones. */
export async function readDigests(tx: WorkspaceTx): Promise<readonly DigestStanding[]> {
  const digests = (await listSubscriptions(tx)).filter((each) => personOf(each) === undefined)
  return digests.map((digest) => ({
    digest,
    schedule: scheduleWords(digest.schedule, wordingFor('en')),
    nextRuns: nextRuns(digest.schedule, tx.now, runsShown),
  }))
}

/** What became of the last runs of these digests, the newest first. */
export async function readEditions(
  tx: WorkspaceTx,
  digests: readonly Subscription[],
): Promise<readonly EditionLine[]> {
  const ids = digests.map(({ id }) => id)
  const editions = await listEditions(tx, ids, editionsShown)
  const sent = await deliveriesOfSlots(
    tx,
    editions.map((each) => each.slotId),
  )
  const bySlot = Map.groupBy(sent, (each) => each.slotId)
  const names = new Map(digests.map(({ id, name }) => [id, name]))
  return editions.map(({ slotId, digestId, dueAt, state, words, digest }) => ({
    slotId,
    name: names.get(digestId) ?? digestId,
    dueAt,
    state,
    words,
    stories: digest?.briefings.map(({ storyId, headline }) => ({ storyId, headline })) ?? [],
    lateUntil: digest?.lateUntil,
    messages: bySlot.get(slotId) ?? [],
  }))
}
