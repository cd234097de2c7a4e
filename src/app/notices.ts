import { type AdminNotices, createAdminNotices } from '../delivery/tell-admins.ts'
import { wordingFor } from '../domain/wording/wording.ts'
import { createDeliveryRecords } from '../store/delivery/delivery-records.ts'
import { takeSilence } from '../store/delivery/take-silence.ts'
import { readSetting } from '../store/settings/settings.ts'
import { takeBudgetNotice } from '../store/spending/take-budget-notice.ts'
import type { Store } from '../store/store.ts'
import type { Log } from '../support/log.ts'
import type { Platforms } from './platforms.ts'

/** What only admins can mend, told to them once. */
export function createNotices(store: Store, { all }: Platforms, log: Log): AdminNotices {
  return createAdminNotices({
    records: createDeliveryRecords(store),
    platforms: all,
    wordingOf: (workspaceId) =>
      store.inWorkspace(workspaceId, async (tx) =>
        wordingFor(await readSetting<string>(tx, 'language', 'en')),
      ),
    takeSilence: (claim) =>
      store.inWorkspace(claim.subscription.workspaceId, (tx) => takeSilence(tx, claim)),
    takeBudgetNotice: (workspaceId) => store.inWorkspace(workspaceId, takeBudgetNotice),
    log,
  })
}
