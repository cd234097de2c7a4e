import type { DigestId, WorkspaceId } from '../../domain/ids.ts'

/** On whose account a call of the model goes. */
export type Account = {
  readonly workspaceId: WorkspaceId | undefined
  /** Undefined where a single article is told, or a question answered. */
  readonly digestId: DigestId | undefined
}
