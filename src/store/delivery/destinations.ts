import { type ChannelRef, writeChannelRef } from '../../domain/channel.ts'
import { type Destination, soundDestination } from '../../domain/destination.ts'
import { orNull, toDate, toDateOrNone, toMs } from '../columns.ts'
import { readJson, writeJson } from '../json.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** Stands for every channel of a workspace: the bot was removed, or its token no longer holds. */
export const everyChannel = '*'

/** What is suspended is tried again after a day, in case somebody mended it without a word. */
export const suspensionMs = 24 * 3_600_000

type Place = ChannelRef | 'workspace'

function keyOf(place: Place): string {
  return place === 'workspace' ? everyChannel : writeChannelRef(place)
}

/** How posting there goes. */
export async function readDestination(
  { db, workspaceId }: WorkspaceTx,
  place: Place,
): Promise<Destination> {
  const row = await db
    .selectFrom('destinations')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('channel', '=', keyOf(place))
    .executeTakeFirst()
  if (row === undefined) return soundDestination
  return {
    pausedUntil: toDate(row.paused_until_ms),
    failuresInRow: row.failures_in_row,
    failureDays: readJson(row.failure_days_json),
    suspendedAt: toDateOrNone(row.suspended_at_ms),
    suspendedWords: row.suspended_words,
  }
}

/** Makes others who note something of the place wait until this transaction ends, so that no note is lost. */
export async function holdDestination(
  { db, workspaceId }: WorkspaceTx,
  place: Place,
): Promise<void> {
  const { pausedUntil, failuresInRow, failureDays, suspendedWords } = soundDestination
  await db
    .insertInto('destinations')
    .values({
      workspace_id: workspaceId,
      channel: keyOf(place),
      suspended_at_ms: null,
      suspended_words: suspendedWords,
      told_admin_at_ms: null,
      paused_until_ms: pausedUntil.getTime(),
      failures_in_row: failuresInRow,
      failure_days_json: writeJson(failureDays),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'channel'])
        .doUpdateSet((row) => ({ channel: row.ref('excluded.channel') })),
    )
    .execute()
}

export async function writeDestination(
  { db, workspaceId }: WorkspaceTx,
  place: Place,
  destination: Destination,
): Promise<void> {
  const columns = {
    suspended_at_ms: toMs(destination.suspendedAt),
    suspended_words: destination.suspendedWords,
    paused_until_ms: destination.pausedUntil.getTime(),
    failures_in_row: destination.failuresInRow,
    failure_days_json: writeJson(destination.failureDays),
  }
  await db
    .insertInto('destinations')
    .values({
      workspace_id: workspaceId,
      channel: keyOf(place),
      ...columns,
      told_admin_at_ms: orNull<number>(undefined),
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'channel']).doUpdateSet(columns))
    .execute()
}

/** Forgets everything that went badly there: after a success, or when an admin has seen to it. */
export async function openDestination(
  { db, workspaceId }: WorkspaceTx,
  place: Place,
): Promise<void> {
  await db
    .deleteFrom('destinations')
    .where('workspace_id', '=', workspaceId)
    .where('channel', 'in', [...new Set([keyOf(place), everyChannel])])
    .execute()
}

/** Whether this call is the one that shall tell the workspace's admins of the suspension; true once per suspension. */
export async function takeSuspensionNotice(
  { db, now, workspaceId }: WorkspaceTx,
  place: Place,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('destinations')
    .set({ told_admin_at_ms: now.getTime() })
    .where('workspace_id', '=', workspaceId)
    .where('channel', '=', keyOf(place))
    .where('suspended_at_ms', 'is not', null)
    .where('told_admin_at_ms', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
