import { workspaceId } from '../domain/ids.ts'
import type { Installation, Installations } from '../platforms/slack/tokens/installations.ts'
import {
  claimRenewal,
  findInstallation,
  installedWorkspaces,
  markInstallationLost,
  removeInstallation,
  saveInstallation,
  saveRenewed,
} from '../store/installations/installations.ts'
import type { Store } from '../store/store.ts'
import type { Sealer } from '../support/seal.ts'

/** Slack's installations in the database, their tokens sealed for their workspace. */
export function slackInstallations(store: Store, sealer: Sealer): Installations {
  const sealed = (installation: Installation) =>
    sealer.seal(installation.workspaceId, write(installation))
  return {
    async find(workspace) {
      const kept = await store.inWorkspace(workspace, findInstallation)
      if (!kept) return undefined
      const { installedBy, isLost } = kept
      const opened = read(sealer.open(workspace, kept.sealed))
      return { ...opened, workspaceId: workspace, installedBy, isLost }
    },
    async workspaces() {
      const all = await store.everywhere(installedWorkspaces)
      return all.filter((id) => id.startsWith('slack:')).map((id) => workspaceId(id))
    },
    save: (installation) =>
      store.inWorkspace(installation.workspaceId, (tx) =>
        saveInstallation(tx, {
          sealed: sealed(installation),
          installedBy: installation.installedBy,
        }),
      ),
    claimRenewal: (workspace) => store.inWorkspace(workspace, claimRenewal),
    saveRenewed: (installation) =>
      store.inWorkspace(installation.workspaceId, (tx) => saveRenewed(tx, sealed(installation))),
    markLost: (workspace) => store.inWorkspace(workspace, markInstallationLost),
    remove: (workspace) => store.inWorkspace(workspace, removeInstallation),
  }
}

/** What is sealed: everything but the ids that the row has in the clear. */
type Secret = Omit<Installation, 'workspaceId' | 'installedBy'>

function write({ workspaceId: _, installedBy: __, ...secret }: Installation): string {
  return JSON.stringify(secret)
}

function read(text: string): Secret {
  const { expiresAt, refreshToken, ...secret } = JSON.parse(text) as Omit<Secret, 'expiresAt'> & {
    readonly expiresAt?: string
  }
  return {
    ...secret,
    refreshToken,
    expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
  }
}
