import type { Memory } from '../commands/memory.ts'
import { findAction, saveActions, takeAction } from '../store/actions/actions.ts'
import { isNewArrival } from '../store/actions/arrivals.ts'
import { countUp } from '../store/actions/counters.ts'
import { findArticleByUrl, findArticles, newestArticles } from '../store/articles/articles.ts'
import { feedsOfArticle } from '../store/articles/feed-articles.ts'
import { searchArticles } from '../store/articles/search.ts'
import { listAudit, recordAudit } from '../store/audit/audit.ts'
import { deleteData, exportData } from '../store/data/workspace-data.ts'
import { feedHealth } from '../store/feeds/feed-health.ts'
import { rememberFeed } from '../store/feeds/feeds.ts'
import { saveFeedback } from '../store/people/feedback.ts'
import { listPeople, rememberPerson } from '../store/people/people.ts'
import { grantPermission, listPermissions, revokePermission } from '../store/people/permissions.ts'
import {
  listFollows,
  listMutes,
  removeTaste,
  saveFollow,
  saveMute,
} from '../store/people/tastes.ts'
import { readBudget, spentThisMonth, writeBudget } from '../store/settings/budget.ts'
import {
  countDeliveries,
  countWaiting,
  findPosted,
  listEditions,
} from '../store/stories/editions.ts'
import { keepApart, putTogether } from '../store/stories/splits.ts'
import { findBriefing, keepShown, tellingsOf, toldSince } from '../store/stories/told-stories.ts'
import { tracesOf } from '../store/stories/traces.ts'
import type { WorkspaceTx } from '../store/transaction.ts'
import {
  feedsOf,
  findFeedSubscription,
  listFeedSubscriptions,
  removeFeedSubscription,
  saveFeedSubscription,
} from '../store/wishes/feed-subscriptions.ts'
import { listFilters, removeFilter, saveFilter } from '../store/wishes/filters.ts'
import {
  findRemovedSubscription,
  listSubscriptions,
  removeSubscription,
  saveSubscription,
} from '../store/wishes/subscriptions.ts'

/** Which function of the store keeps what commands ask for. */
const kept = {
  listFeeds: listFeedSubscriptions,
  findFeed: findFeedSubscription,
  locateFeed: rememberFeed,
  feedsOf,
  saveFeed: saveFeedSubscription,
  removeFeed: removeFeedSubscription,
  feedHealth,
  listDigests: listSubscriptions,
  findRemovedDigest: findRemovedSubscription,
  saveDigest: saveSubscription,
  removeDigest: removeSubscription,
  listEditions,
  findPosted,
  countWaiting,
  countDeliveries,
  listFilters,
  saveFilter,
  removeFilter,
  rememberPerson,
  listPeople,
  listPermissions,
  grantPermission,
  revokePermission,
  listFollows,
  listMutes,
  saveFollow,
  saveMute,
  removeTaste,
  saveFeedback,
  keepApart,
  putTogether,
  findBriefing,
  tellingsOf,
  toldSince,
  keepShown,
  tracesOf,
  searchArticles,
  findArticles,
  findArticleByUrl,
  newestArticles,
  feedsOfArticle,
  readBudget,
  writeBudget,
  spentThisMonth,
  recordAudit,
  listAudit,
  saveActions,
  findAction,
  takeAction,
  isNewArrival,
  countUp,
  exportData,
  deleteData,
} satisfies {
  readonly [Name in keyof Memory]: (
    tx: WorkspaceTx,
    ...given: Parameters<Memory[Name]>
  ) => ReturnType<Memory[Name]>
}

/** What commands read and write, in the open transaction. */
export function commandMemory(tx: WorkspaceTx): Memory {
  const bound = Object.entries(kept).map(([name, work]) => {
    const inTx = work as (tx: WorkspaceTx, ...given: readonly unknown[]) => unknown
    return [name, (...given: readonly unknown[]) => inTx(tx, ...given)]
  })
  return Object.fromEntries(bound) as Memory
}
