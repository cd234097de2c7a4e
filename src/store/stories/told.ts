import type { Selectable } from 'kysely'
import type { Article } from '../../domain/article.ts'
import type { Briefing } from '../../domain/briefing.ts'
import { type ChannelRef, writeChannelRef } from '../../domain/channel.ts'
import type { Correction } from '../../domain/correction.ts'
import {
  type ArticleId,
  articleId,
  type SlotId,
  type StoryId,
  slotId,
  storyId,
} from '../../domain/ids.ts'
import type { Story, Told, ToldStory } from '../../domain/story.ts'
import { toldAfter } from '../../domain/told-after.ts'
import { findArticles } from '../articles/articles.ts'
import { readJson, writeJson } from '../json.ts'
import { inSlices } from '../slices.ts'
import type { Tables } from '../tables/tables.ts'
import type { WorkspaceTx } from '../transaction.ts'
import { type ToldArticle, toldTexts } from './told-texts.ts'

/** So long a channel remembers what it was told. */
const memoryMs = 14 * 86_400_000

/** A story as it was printed in a digest. */
export type PrintedStory = { readonly story: Story; readonly briefing: Briefing }

type Kept = {
  readonly told: Omit<Told, 'texts'>
  readonly briefing: Briefing
  readonly corrections: readonly Correction[]
}

/** Keeps what a digest tells a channel, in the transaction that records the digest. */
export async function keepTold(
  tx: WorkspaceTx,
  channel: ChannelRef,
  slot: SlotId,
  printed: readonly PrintedStory[],
): Promise<void> {
  const place = { workspace_id: tx.workspaceId, channel: writeChannelRef(channel) }
  for (const { story, briefing } of printed) {
    const { texts: _, ...told } = toldAfter(story.told, briefing, story.articles, tx.now)
    const kept: Kept = { told, briefing, corrections: [] }
    const row = { slot_id: slot, told_json: writeJson(kept), at_ms: tx.now.getTime() }
    await tx.db
      .insertInto('told')
      .values({ ...place, story_id: story.id, ...row })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'channel', 'story_id']).doUpdateSet(row),
      )
      .execute()
    await keepArticles(tx, { ...place, story_id: story.id }, story.articles)
  }
}

type StoryKey = Pick<Tables['told_articles'], 'workspace_id' | 'channel' | 'story_id'>

async function keepArticles(
  { db, now }: WorkspaceTx,
  key: StoryKey,
  articles: readonly Pick<Article, 'id' | 'revision'>[],
): Promise<void> {
  const at_ms = now.getTime()
  const rows = articles.map(({ id, revision }) => ({ ...key, article_id: id, revision, at_ms }))
  await inSlices(rows, (some) =>
    db
      .insertInto('told_articles')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'channel', 'story_id', 'article_id'])
          .doUpdateSet((row) => ({ revision: row.ref('excluded.revision'), at_ms })),
      )
      .execute(),
  )
}

/** The stories that a channel was told in the last 14 days, the latest first. */
export async function toldStories(
  tx: WorkspaceTx,
  channel: ChannelRef,
): Promise<readonly ToldStory[]> {
  const rows = await tx.db
    .selectFrom('told')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel', '=', writeChannelRef(channel))
    .where('at_ms', '>=', tx.now.getTime() - memoryMs)
    .orderBy('at_ms', 'desc')
    .orderBy('story_id')
    .execute()
  return withArticles(tx, rows)
}

/** One story as a channel was told of it last, however long ago; undefined when it never was. */
export async function findToldStory(
  tx: WorkspaceTx,
  channel: ChannelRef,
  id: string,
): Promise<ToldStory | undefined> {
  const rows = await tx.db
    .selectFrom('told')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel', '=', writeChannelRef(channel))
    .where('story_id', '=', id)
    .execute()
  return (await withArticles(tx, rows))[0]
}

type ToldRow = Selectable<Tables['told']>

async function withArticles(
  tx: WorkspaceTx,
  rows: readonly ToldRow[],
): Promise<readonly ToldStory[]> {
  if (rows.length === 0) return []
  const told = await articlesTold(tx, rows)
  const articles = await findArticles(tx, [...new Set(told.map((each) => each.articleId))])
  const texts = await toldTexts(tx, told, articles)
  const byId = new Map(articles.map((article) => [article.id, article]))
  return rows.map((row) => {
    const own = told.filter(
      ({ channel, story }) => channel === row.channel && story === row.story_id,
    )
    return toToldStory(row, own, byId, texts)
  })
}

function toToldStory(
  row: ToldRow,
  own: readonly ToldArticle[],
  articles: ReadonlyMap<ArticleId, Article>,
  texts: ReadonlyMap<ToldArticle, string>,
): ToldStory {
  const { told, briefing, corrections } = readJson<Kept>(row.told_json)
  const textsThen = own.flatMap((each) => {
    const text = texts.get(each)
    return text === undefined ? [] : [[each.articleId, text] as const]
  })
  return {
    id: storyId(row.story_id),
    slotId: slotId(row.slot_id),
    told: { ...told, texts: textsThen.map(([, text]) => text) },
    briefing,
    articles: own.flatMap((each) => articles.get(each.articleId) ?? []),
    revisions: new Map(own.map((each) => [each.articleId, each.revision])),
    textsThen: new Map(textsThen),
    corrections,
  }
}

/** Keeps what was corrected of a story in a channel, in the transaction that records the edit. */
export async function keepCorrections(
  tx: WorkspaceTx,
  channel: ChannelRef,
  id: StoryId,
  corrections: readonly Correction[],
): Promise<void> {
  const name = writeChannelRef(channel)
  const row = await tx.db
    .selectFrom('told')
    .select('told_json')
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel', '=', name)
    .where('story_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return
  const kept = readJson<Kept>(row.told_json)
  const told_json = writeJson({ ...kept, corrections: [...kept.corrections, ...corrections] })
  await tx.db
    .updateTable('told')
    .set({ told_json })
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel', '=', name)
    .where('story_id', '=', id)
    .execute()
}

async function articlesTold(
  { db, engine, workspaceId }: WorkspaceTx,
  rows: readonly ToldRow[],
): Promise<readonly ToldArticle[]> {
  const found = await db
    .selectFrom('told_articles')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('channel', 'in', [...new Set(rows.map(({ channel }) => channel))])
    .where('story_id', 'in', engine.among(rows.map((row) => row.story_id)))
    .orderBy('at_ms')
    .orderBy('article_id')
    .execute()
  return found.map((row) => ({
    channel: row.channel,
    story: row.story_id,
    articleId: articleId(row.article_id),
    revision: row.revision,
  }))
}
