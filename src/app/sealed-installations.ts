import type { WorkspaceId } from '../domain/ids.ts'
import type {
  Installation,
  Installations,
  KeptInstallation,
} from '../platforms/slack/tokens/installations.ts'
import { reopenWorkspace } from '../store/delivery/workspace-suspension.ts'
import {
  claimRenewal,
  findInstallation,
  installedWorkspaces,
  markInstallationLost,
  removeInstallation,
  type SealedInstallation,
  saveInstallation,
  saveRenewed,
} from '../store/installations/installations.ts'
import { readJson, writeJson } from '../store/json.ts'
import type { Store } from '../store/store.ts'
import { createSealer } from '../support/seal.ts'

/** Installations with their tokens sealed: whoever reads the database alone reads no token. */
export function sealedInstallations(store: Store, keys: readonly Uint8Array[]): Installations {
  const sealer = createSealer(keys)
  const seal = (installation: Installation) =>
    sealer.seal(installation.workspaceId, writeJson(installation))
  const open = (id: WorkspaceId, kept: SealedInstallation): KeptInstallation => ({
    ...readJson<Installation>(sealer.open(id, kept.sealed)),
    isLost: kept.isLost,
  })
  return {
    find: (id) =>
      store.inWorkspace(id, async (tx) => {
        const kept = await findInstallation(tx)
        return kept && open(id, kept)
      }),
    workspaces: () => store.everywhere(installedWorkspaces),
    save: (installation) =>
      store.inWorkspace(installation.workspaceId, async (tx) => {
        const { installedBy } = installation
        await saveInstallation(tx, { sealed: seal(installation), installedBy })
        await reopenWorkspace(tx)
      }),
    claimRenewal: (id) => store.inWorkspace(id, claimRenewal),
    saveRenewed: (installation) =>
      store.inWorkspace(installation.workspaceId, (tx) => saveRenewed(tx, seal(installation))),
    markLost: (id) => store.inWorkspace(id, markInstallationLost),
    remove: (id) => store.inWorkspace(id, removeInstallation),
  }
}
