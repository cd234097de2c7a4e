import type { DigestRun } from '../../commands/tools.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { type House, makeDigest } from '../../pipeline.ts'
import { openSlot } from '../../store/delivery/open-slot.ts'
import type { Store } from '../../store/store.ts'
import { findPosted } from '../../store/stories/editions.ts'

const leaseMs = 180_000

/** Makes, records and posts a digest now, outside its schedule; twice in a minute makes one. */
export async function runDigest(
  store: Store,
  house: House,
  subscription: Subscription,
): Promise<DigestRun> {
  const { workspaceId } = subscription
  const atOnce = { ...subscription, schedule: { ...subscription.schedule, exact: true } }
  const claim = await store.inWorkspace(workspaceId, (tx) => openSlot(tx, atOnce, leaseMs))
  if (claim === undefined) return run('repeated')
  try {
    const made = await makeDigest(await house.store.readWindow(claim), house)
    await house.store.recordDigest(claim, made)
    if (made.digest.briefings.length === 0 && subscription.onEmpty === 'skip') return run('empty')
  } catch (error) {
    await house.store.failSlot(claim, error)
    throw error
  }
  await house.delivery.deliverDue(new AbortController().signal)
  const posted = await store.inWorkspace(workspaceId, (tx) => findPosted(tx, claim.slot.id))
  return run(posted ? 'posted' : 'queued')
}

/** The usual words for it are enough. */
function run(kind: DigestRun['kind']): DigestRun {
  return { kind, words: '' }
}
