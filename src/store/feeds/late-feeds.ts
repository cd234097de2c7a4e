import { type FeedId, feedId } from '../../domain/ids.ts'
import type { PollState } from '../../domain/poll-state.ts'
import { readJson } from '../json.ts'
import type { EverywhereTx } from '../transaction.ts'

/** Every feed that was polled before, with what its last poll left: for the moment after a start. */
export async function polledFeeds({
  db,
}: EverywhereTx): Promise<
  readonly { readonly feedId: FeedId; readonly url: string; readonly state: PollState }[]
> {
  const rows = await db
    .selectFrom('feeds')
    .select(['id', 'url', 'poll_state_json'])
    .where('poll_state_json', 'is not', null)
    .execute()
  return rows.map(({ id, url, poll_state_json: json }) => ({
    feedId: feedId(id),
    url,
    state: readJson<PollState>(json ?? 'null'),
  }))
}

/** Puts feeds that are due off to these times; those that a process has taken on meanwhile keep theirs. */
export async function putOff(
  { db, now, leaseNowMs }: EverywhereTx,
  times: readonly { readonly feedId: FeedId; readonly untilAt: Date }[],
): Promise<void> {
  for (const { feedId: id, untilAt } of times) {
    await db
      .updateTable('feeds')
      .set({ next_check_at_ms: untilAt.getTime() })
      .where('id', '=', id)
      .where('next_check_at_ms', '<=', now.getTime())
      .where('lease_until_ms', '<=', leaseNowMs)
      .execute()
  }
}
