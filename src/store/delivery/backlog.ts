import type { DeliveryState } from '../../domain/delivery.ts'
import type { EverywhereTx } from '../transaction.ts'

/** How much work stands before the house, over all workspaces. */
export type Backlog = {
  /** Due by the clock and leased to nobody. */
  readonly due: Readonly<Record<'feeds' | 'digests' | 'messages', number>>
  /** Messages by where they stand: those that are open, and those that were closed in the last day. */
  readonly messages: Readonly<Record<DeliveryState, number>>
  /** Channels to which nothing is posted until an admin has seen to them. */
  readonly suspended: number
}

const dayMs = 86_400_000
const noMessages: Backlog['messages'] = {
  ready: 0,
  sending: 0,
  sent: 0,
  retry_at: 0,
  unknown: 0,
  dead: 0,
  suspended: 0,
  skipped: 0,
}

export async function readBacklog(tx: EverywhereTx): Promise<Backlog> {
  const byState = await messagesByState(tx)
  const counted = byState.map(({ state, count }) => [state, Number(count)])
  return {
    due: {
      feeds: await feedsDue(tx),
      digests: await digestsDue(tx),
      messages: await messagesDue(tx),
    },
    messages: { ...noMessages, ...Object.fromEntries(counted) },
    suspended: await channelsSuspended(tx),
  }
}

function messagesByState({ db, now }: EverywhereTx) {
  return db
    .selectFrom('deliveries')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where(({ or, eb }) =>
      or([
        eb('state', 'not in', ['sent', 'dead', 'skipped']),
        eb('changed_at_ms', '>=', now.getTime() - dayMs),
      ]),
    )
    .groupBy('state')
    .execute()
}

async function feedsDue({ db, now, leaseNowMs }: EverywhereTx): Promise<number> {
  const wanted = db
    .selectFrom('feed_subscriptions')
    .select('feed_id')
    .where('paused', '=', 0)
    .where('removed_at_ms', 'is', null)
  const row = await db
    .selectFrom('feeds')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('next_check_at_ms', '<=', now.getTime())
    .where('lease_until_ms', '<=', leaseNowMs)
    .where('id', 'in', wanted)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function digestsDue({ db, now, leaseNowMs }: EverywhereTx): Promise<number> {
  const row = await db
    .selectFrom('slots')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'due')
    .where('retry_at_ms', '<=', now.getTime())
    .where('lease_until_ms', '<=', leaseNowMs)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function messagesDue({ db, now, leaseNowMs }: EverywhereTx): Promise<number> {
  const row = await db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['ready', 'retry_at', 'sending', 'unknown'])
    .where('due_at_ms', '<=', now.getTime())
    .where('lease_until_ms', '<=', leaseNowMs)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function channelsSuspended({ db }: EverywhereTx): Promise<number> {
  const row = await db
    .selectFrom('destinations')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('suspended_at_ms', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
