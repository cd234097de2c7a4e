import { expect, test } from 'vitest'
import { type ArticleId, articleId, digestId, personId, slotId } from '../../src/domain/ids.ts'
import { findArticles } from '../../src/store/articles/articles.ts'
import { knownItems } from '../../src/store/articles/sightings.ts'
import { articlesSince, markSeen } from '../../src/store/articles/window.ts'
import { feedHealth } from '../../src/store/feeds/feed-health.ts'
import { listEditions } from '../../src/store/stories/editions.ts'
import { keepApart } from '../../src/store/stories/splits.ts'
import { keepTraces } from '../../src/store/stories/traces.ts'
import { onBothEngines } from './on-both-engines.ts'
import { anArticle, ours } from './sample.ts'

/** More than either engine binds in one statement of one value each (SQLite 32,766, PostgreSQL 65,535). */
const far = 70_000
const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`)

onBothEngines('many rows at once', ({ freshStore }) => {
  test('20,000 articles are marked as seen in one piece, and once more without harm', async () => {
    const store = await freshStore()
    const seen = names(20_000).map((name) => ({ id: articleId(name), revision: 1 }))
    for (const slot of ['first', 'second']) {
      await store.inWorkspace(ours, (tx) => markSeen(tx, digestId('d'), slotId(slot), seen))
    }
    const rows = await store.everywhere(({ db }) =>
      db
        .selectFrom('seen')
        .select(({ fn }) => ['slot_id', fn.countAll<number>().as('count')])
        .groupBy('slot_id')
        .execute(),
    )
    expect(rows).toEqual([{ slot_id: 'second', count: 20_000 }])
  })

  test('traces and splits are kept, however many', async () => {
    const store = await freshStore()
    const traces = names(6_000).map((name) => ({
      articleId: articleId(name),
      stage: 'printed' as const,
      words: 'no room',
    }))
    const pairs = names(8_000).map((name) => [name, `${name}'`] as const)
    const [traced, split] = await store.inWorkspace(ours, async (tx) => {
      await keepTraces(tx, slotId('s'), traces)
      await keepApart(tx, personId('p'), pairs)
      const count = (table: 'story_traces' | 'splits') =>
        tx.db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('workspace_id', '=', ours)
          .executeTakeFirstOrThrow()
      return [await count('story_traces'), await count('splits')]
    })
    expect([traced?.count, split?.count]).toEqual([6_000, 8_000])
  })

  test('questions about more things than a statement binds are answered', async () => {
    const store = await freshStore()
    const article = anArticle('n7')
    await store.shared(({ db }) =>
      db
        .insertInto('sightings')
        .values({
          feed_id: article.feedId,
          identity: 'n7',
          article_id: article.id,
          fingerprint: 'f',
          seen_at_ms: 1,
        })
        .execute(),
    )
    const all = names(far)
    const since = new Date(0)
    const answers = await store.inWorkspace(ours, async (tx) => [
      await findArticles(tx, all as ArticleId[]),
      await articlesSince(tx, all as never[], since, 10),
      await feedHealth(tx, all as never[]),
      await listEditions(tx, all as never[], 10),
    ])
    expect(answers).toEqual([[], [], [], []])
    const known = await store.shared((tx) => knownItems(tx, article.feedId, all))
    expect([...known.keys()]).toEqual(['n7'])
  })
})
