import type { PersonId, WorkspaceId } from '../../../domain/ids.ts'

/** What the bot needs to act in a workspace. */
export type BotToken = { readonly token: string; readonly botUserId: string }

/** Where the tokens of workspaces come from: the environment for one, installations for many. */
export type Tokens = {
  /** A token that holds now, renewed when it is about to run out; undefined where the app is not installed any more. */
  get(workspaceId: WorkspaceId): Promise<BotToken | undefined>
  /** A token in place of this one, which Slack has called expired. */
  renew(workspaceId: WorkspaceId, expired: string): Promise<BotToken | undefined>
  workspaces(): Promise<readonly WorkspaceId[]>
  /** Who installed the app, where that is known. */
  installerOf(workspaceId: WorkspaceId): Promise<PersonId | undefined>
  /** The app was removed from the workspace: its tokens are erased. */
  forget(workspaceId: WorkspaceId): Promise<void>
}
