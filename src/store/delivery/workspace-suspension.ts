import { soundDestination } from '../../domain/destination.ts'
import type { EverywhereTx, WorkspaceTx } from '../transaction.ts'
import { everyChannel, holdDestination, suspensionMs, writeDestination } from './destinations.ts'

/** The bot was removed: nothing is sent to, made for or read for the workspace. */
export async function suspendWorkspace(tx: WorkspaceTx, words: string): Promise<void> {
  await holdDestination(tx, 'workspace')
  const suspension = { suspendedAt: tx.now, suspendedWords: words }
  await writeDestination(tx, 'workspace', { ...soundDestination, ...suspension })
}

/** The bot is back: whatever was suspended may be mended with it, and is tried again. */
export async function reopenWorkspace({ db, workspaceId }: WorkspaceTx): Promise<void> {
  await db
    .deleteFrom('destinations')
    .where('workspace_id', '=', workspaceId)
    .where('suspended_at_ms', 'is not', null)
    .execute()
}

/** The workspaces for which there is nothing to do at present. */
export function suspendedWorkspaces({ db, now }: EverywhereTx) {
  return db
    .selectFrom('destinations')
    .select('destinations.workspace_id')
    .where('destinations.channel', '=', everyChannel)
    .where('destinations.suspended_at_ms', '>', now.getTime() - suspensionMs)
}
