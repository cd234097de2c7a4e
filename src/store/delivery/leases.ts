import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../transaction.ts'

/** A process that has shown no sign of life for so long is taken for dead, and its leases with it. */
export const silentMs = 10_000

/**
 * Whether nobody holds a row of slots or deliveries: its lease has ended, or the process that took it is gone. A process
 * never frees its own claims, however long it was held up. The owner counts only with the fence of its claim, so that it is
 * not mistaken for that of an older version, which writes none.
 */
export function isFree({ leaseNowMs, owner }: Tx): RawBuilder<boolean> {
  return sql<boolean>`(lease_until_ms <= ${leaseNowMs} or (
    owner_fence = fence and owner <> ${owner ?? ''} and not exists (
      select 1 from processes
      where processes.id = owner and processes.beat_at_ms > ${leaseNowMs} - ${sql.lit(silentMs)})))`
}

/** What a claim writes: a lease from now on, under the next fence. */
export function leaseColumns({ leaseNowMs, owner }: Tx, leaseMs: number) {
  return {
    fence: sql<number>`fence + 1`,
    lease_until_ms: sql<number>`${leaseNowMs} + ${sql.lit(leaseMs)}`,
    owner: owner ?? null,
    owner_fence: sql<number>`fence + 1`,
  }
}
