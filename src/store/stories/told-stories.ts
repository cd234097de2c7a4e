import type { Selectable } from 'kysely'
import type { Briefing } from '../../domain/briefing.ts'
import { type ChannelRef, readChannelRef } from '../../domain/channel.ts'
import { type SlotId, type StoryId, slotId, storyId } from '../../domain/ids.ts'
import type { Told } from '../../domain/story.ts'
import { toDate } from '../columns.ts'
import { readJson, writeJson } from '../json.ts'
import type { Tables } from '../tables/tables.ts'
import type { WorkspaceTx } from '../transaction.ts'

/** A story as one channel was told it the last time. */
export type Telling = {
  readonly storyId: StoryId
  readonly slotId: SlotId
  readonly channel: ChannelRef | undefined
  readonly at: Date
  readonly told: Omit<Told, 'texts'>
  readonly briefing: Briefing
}

function rows({ db, workspaceId }: WorkspaceTx) {
  return db
    .selectFrom('told')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('at_ms', 'desc')
    .orderBy('story_id')
}

function toTelling(row: Selectable<Tables['told']>): Telling {
  return {
    storyId: storyId(row.story_id),
    slotId: slotId(row.slot_id),
    channel: readChannelRef(row.channel),
    at: toDate(row.at_ms),
    ...readJson<Pick<Telling, 'told' | 'briefing'>>(row.told_json),
  }
}

/** How the workspace's channels were told a story, the last one first. */
export async function tellingsOf(tx: WorkspaceTx, id: StoryId): Promise<readonly Telling[]> {
  return (await rows(tx).where('story_id', '=', id).execute()).map(toTelling)
}

/** The stories told since then, the newest first. */
export async function toldSince(
  tx: WorkspaceTx,
  since: Date,
  limit: number,
): Promise<readonly Telling[]> {
  const found = await rows(tx).where('at_ms', '>=', since.getTime()).limit(limit).execute()
  return found.map(toTelling)
}

/** A story's briefing as it was printed last: in a digest, or in an answer to somebody. */
export async function findBriefing(tx: WorkspaceTx, id: StoryId): Promise<Briefing | undefined> {
  const [last] = await tellingsOf(tx, id)
  return last?.briefing ?? findShown(tx, id)
}

/** Briefings shown in an answer live among what was made for the workspace and may be made again. */
const shownKey = (id: StoryId) => `shown:${id}`

async function findShown(
  { db, workspaceId }: WorkspaceTx,
  id: StoryId,
): Promise<Briefing | undefined> {
  const row = await db
    .selectFrom('model_results')
    .select('value_json')
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', shownKey(id))
    .executeTakeFirst()
  return row && readJson<Briefing>(row.value_json)
}

/** Keeps briefings that an answer showed, so that the buttons beneath them find them again. */
export async function keepShown(
  { db, now, workspaceId }: WorkspaceTx,
  briefings: readonly Briefing[],
): Promise<void> {
  for (const briefing of briefings) {
    const columns = { value_json: writeJson(briefing), at_ms: now.getTime() }
    await db
      .insertInto('model_results')
      .values({ workspace_id: workspaceId, key: shownKey(briefing.storyId), ...columns })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doUpdateSet(columns))
      .execute()
  }
}
