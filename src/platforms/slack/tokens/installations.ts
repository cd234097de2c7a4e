import type { PersonId, WorkspaceId } from '../../../domain/ids.ts'

/** The app's presence in a workspace, with its tokens in the clear. */
export type Installation = {
  readonly workspaceId: WorkspaceId
  readonly workspaceName: string
  readonly installedBy: PersonId
  readonly botUserId: string
  readonly token: string
  /** Good once: each renewal brings another. Undefined where tokens never run out. */
  readonly refreshToken: string | undefined
  readonly expiresAt: Date | undefined
}

/** An installation as it is kept. */
export type KeptInstallation = Installation & {
  /** A renewal was lost half-way: the app must be installed again before the token runs out. */
  readonly isLost: boolean
}

/** Where installations are kept. */
export type Installations = {
  find(workspaceId: WorkspaceId): Promise<KeptInstallation | undefined>
  /** All that are not removed. */
  workspaces(): Promise<readonly WorkspaceId[]>
  /** Installed, or installed again. */
  save(installation: Installation): Promise<void>
  /**
   * The right to renew the token, for one process at a time; written down before Slack is asked. It falls back after a
   * minute, when whoever had it is taken for dead.
   */
  claimRenewal(workspaceId: WorkspaceId): Promise<boolean>
  /** The renewal is done: other tokens in place of the ones before. */
  saveRenewed(installation: Installation): Promise<void>
  /** The refresh token was used up and its successor lost. */
  markLost(workspaceId: WorkspaceId): Promise<void>
  /** Erases the tokens. */
  remove(workspaceId: WorkspaceId): Promise<void>
}
