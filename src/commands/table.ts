import { auditLog } from './admin/audit-log.ts'
import { budget } from './admin/budget.ts'
import { configExport } from './admin/config-export.ts'
import { cancel } from './admin/confirmation.ts'
import { dataDelete, dataDeleteConfirmed, dataExport } from './admin/data.ts'
import { digestCreate } from './admin/digest-create.ts'
import { digestDelete, digestDeleteConfirmed, digestRestore } from './admin/digest-delete.ts'
import { digestEdit } from './admin/digest-edit.ts'
import { digestList } from './admin/digest-list.ts'
import { digestPause } from './admin/digest-pause.ts'
import { digestPreview } from './admin/digest-preview.ts'
import { digestRun } from './admin/digest-run.ts'
import { digestTimes } from './admin/digest-times.ts'
import { feedsAdd, feedsAddConfirmed } from './admin/feeds-add.ts'
import { feedsEdit } from './admin/feeds-edit.ts'
import { feedsExport } from './admin/feeds-export.ts'
import { feedsImport, feedsImportUndone } from './admin/feeds-import.ts'
import { feedsList } from './admin/feeds-list.ts'
import { feedsPause } from './admin/feeds-pause.ts'
import { feedsRemove, feedsRemoveConfirmed, feedsRestore } from './admin/feeds-remove.ts'
import { feedsTest } from './admin/feeds-test.ts'
import { feedsWhy } from './admin/feeds-why.ts'
import {
  filtersAdd,
  filtersList,
  filtersRemove,
  filtersRemoveConfirmed,
  filtersRestore,
  filtersTest,
} from './admin/filters.ts'
import { permissions } from './admin/permissions.ts'
import { status } from './admin/status.ts'
import type { Command } from './command.ts'
import { ask } from './everyone/ask.ts'
import { createHelp } from './everyone/briefing-help.ts'
import { briefingLatest } from './everyone/briefing-latest.ts'
import { briefingMe } from './everyone/briefing-me.ts'
import { briefingNext } from './everyone/briefing-next.ts'
import { briefingNow } from './everyone/briefing-now.ts'
import { home } from './everyone/home.ts'
import {
  storyLess,
  storyMute,
  storyReport,
  storySplit,
  storySplitUndone,
} from './everyone/story-feedback.ts'
import { storySearch } from './everyone/story-search.ts'
import {
  quotes,
  sources,
  storyChanges,
  storyQuotes,
  storySources,
  storyTimeline,
  storyWhy,
} from './everyone/story-views.ts'
import { summarize } from './everyone/summarize.ts'
import { follow, followUndone, mute, muteUndone } from './everyone/tastes.ts'

/** Every command, in the order in which help and documents show them. A new one is its file and its line here. */
export const commands: readonly Command[] = [
  briefingNow,
  briefingLatest,
  briefingNext,
  briefingMe,
  createHelp(() => commands),
  ask,
  summarize,
  follow,
  followUndone,
  mute,
  muteUndone,
  storySearch,
  storyTimeline,
  storySources,
  storyQuotes,
  storyChanges,
  storyWhy,
  storyMute,
  storyLess,
  storySplit,
  storySplitUndone,
  storyReport,
  sources,
  quotes,
  home,
  feedsAdd,
  feedsAddConfirmed,
  feedsList,
  feedsEdit,
  feedsPause,
  feedsRemove,
  feedsRemoveConfirmed,
  feedsRestore,
  feedsTest,
  feedsWhy,
  feedsImport,
  feedsImportUndone,
  feedsExport,
  digestCreate,
  digestEdit,
  digestList,
  digestPause,
  digestDelete,
  digestDeleteConfirmed,
  digestRestore,
  digestPreview,
  digestRun,
  digestTimes,
  filtersAdd,
  filtersList,
  filtersRemove,
  filtersRemoveConfirmed,
  filtersRestore,
  filtersTest,
  status,
  budget,
  permissions,
  auditLog,
  dataExport,
  dataDelete,
  dataDeleteConfirmed,
  configExport,
  cancel,
]
