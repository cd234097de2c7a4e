import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestId, slotId, type WorkspaceId, workspaceId } from '../../../src/domain/ids.ts'
import { usualKeepDays } from '../../../src/domain/retention.ts'
import { findArticles } from '../../../src/store/articles/articles.ts'
import { remember } from '../../../src/store/articles/remember.ts'
import { searchArticles } from '../../../src/store/articles/search.ts'
import { markSeen } from '../../../src/store/articles/window.ts'
import { closedStates } from '../../../src/store/delivery/claim-deliveries.ts'
import { backlogOf, keepWithinLimits } from '../../../src/store/retention/retention.ts'
import type { Store } from '../../../src/store/store.ts'
import {
  removeFeedSubscription,
  saveFeedSubscription,
} from '../../../src/store/wishes/feed-subscriptions.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { recordAll, subscribe } from '../delivery/a-schedule.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { anArticle, anItem, ours, theirs } from '../sample.ts'

const dayMs = 86_400_000
const start = '2026-03-01T07:59:00Z'
const never = new AbortController().signal
const keep = (store: Store) => keepWithinLimits(store, usualKeepDays, never)

async function ids(store: Store, table: 'slots' | 'deliveries'): Promise<readonly string[]> {
  const rows = await store.everywhere(({ db }) => db.selectFrom(table).select('id').execute())
  return rows.map(({ id }) => id)
}

onBothEngines('retention', ({ freshStore }) => {
  async function storeAt() {
    const clock = movedClock(start)
    return { clock, store: await freshStore({ clock, leasesByHostClock: true }) }
  }

  test('of slots and messages keeps what is promised, what is young and each digest’s last slot; the rest goes', async () => {
    type Row = { readonly slot: number; readonly ageDays: number; readonly state: string }
    const states = [...closedStates, 'ready', 'sending', 'retry_at', 'unknown', 'suspended']
    const aRow: fc.Arbitrary<Row> = fc.record({
      slot: fc.nat(4),
      ageDays: fc.integer({ min: 0, max: 400 }),
      state: fc.constantFrom(...states),
    })
    const { store, clock } = await storeAt()
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRow, { minLength: 1, maxLength: 12 }),
        fc.array(fc.record({ ageDays: fc.integer({ min: 0, max: 400 }), isDue: fc.boolean() }), {
          minLength: 5,
          maxLength: 5,
        }),
        async (rows, slots) => {
          await empty(store)
          const now = clock.now().getTime()
          for (const [at, slot] of slots.entries()) {
            await insertSlot(store, `s${at}`, now - slot.ageDays * dayMs, slot.isDue)
          }
          for (const [at, row] of rows.entries()) {
            await insertDelivery(
              store,
              `d${at}`,
              `s${row.slot}`,
              at,
              row.state,
              now - row.ageDays * dayMs,
            )
          }
          await keep(store)
          const isOpen = ({ state }: Row) => !closedStates.includes(state as never)
          const newestAge = Math.min(...slots.map(({ ageDays }) => ageDays))
          const isLast = (slot: number) => slots[slot]?.ageDays === newestAge
          const stays = (row: Row) =>
            row.ageDays <= usualKeepDays.history ||
            isLast(row.slot) ||
            rows.some((other) => other.slot === row.slot && isOpen(other))
          const deliveries = rows.flatMap((row, at) => (stays(row) ? [`d${at}`] : []))
          expect((await ids(store, 'deliveries')).toSorted()).toEqual(deliveries.toSorted())
          const kept = slots.flatMap(({ ageDays, isDue }, at) => {
            const hasMessages = rows.some((row) => row.slot === at && stays(row))
            const isKept = isDue || ageDays <= usualKeepDays.history || isLast(at) || hasMessages
            return isKept ? [`s${at}`] : []
          })
          expect((await ids(store, 'slots')).toSorted()).toEqual(kept.toSorted())
          expect(await keep(store)).toBe(0)
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  test('takes articles that nobody was told of lately, with their search and revisions', async () => {
    const { store, clock } = await storeAt()
    const at = (days: number) => new Date(clock.now().getTime() - days * dayMs)
    const named = (name: string, days: number) =>
      anItem(anArticle(name, { firstSeenAt: at(days), text: `Word ${name}` }))
    const items = [named('old', 91), named('told', 91), named('young', 89), named('newest', 1)]
    await store.shared((tx) => remember(tx, items))
    await store.everywhere(({ db }) =>
      db.updateTable('feed_articles').set({ seen_at_ms: 1 }).execute(),
    )
    await store.everywhere(({ db, now }) =>
      db
        .insertInto('told_articles')
        .values({
          workspace_id: ours,
          channel: 'slack:C1',
          story_id: 's',
          article_id: 'told',
          revision: 1,
          at_ms: now.getTime() - dayMs,
        })
        .execute(),
    )
    await keep(store)
    const kept = await store.shared((tx) =>
      findArticles(
        tx,
        items.map(({ article }) => article.id),
      ),
    )
    expect(kept.map(({ id }) => id).toSorted()).toEqual(['newest', 'told', 'young'])
    const found = await store.shared((tx) =>
      searchArticles(tx, {
        words: 'old',
        feedIds: [anArticle('old').feedId],
        since: undefined,
        limit: 5,
      }),
    )
    expect(found).toEqual([])
  })

  test('keeps a wish that was taken away for the 30 days in which it can be put back', async () => {
    const { store, clock } = await storeAt()
    const wish = {
      url: 'https://harbour.example/feed',
      name: 'Harbour',
      categories: [],
      weight: 1,
      language: undefined,
      paused: false,
    }
    const feed = await store.inWorkspace(ours, async (tx) => {
      const saved = await saveFeedSubscription(tx, wish, 'command')
      await removeFeedSubscription(tx, saved.feedId)
      return saved
    })
    const count = () =>
      store.everywhere(async ({ db }) => [
        (await db.selectFrom('feed_subscriptions').selectAll().execute()).length,
        (await db.selectFrom('feeds').selectAll().where('id', '=', feed.feedId).execute()).length,
      ])
    await clock.advance(30 * dayMs)
    await keep(store)
    expect(await count()).toEqual([1, 1])
    await clock.advance(2 * dayMs)
    await keep(store)
    expect(await count()).toEqual([0, 0])
  })

  test('erases a workspace 30 days after it took the app away, and no other', async () => {
    const { store, clock } = await storeAt()
    for (const workspace of [ours, theirs]) {
      await subscribe(store, { workspaceId: workspace })
      await install(store, workspace)
    }
    await clock.advance(120_000)
    await recordAll(store, 3)
    await store.everywhere(({ db, now }) =>
      db
        .updateTable('installations')
        .set({ revoked_at_ms: now.getTime() })
        .where('workspace_id', '=', theirs)
        .execute(),
    )
    await clock.advance(29 * dayMs)
    await keep(store)
    const workspaces = () =>
      store.everywhere(async ({ db }) => {
        const rows = await db.selectFrom('deliveries').select('workspace_id').distinct().execute()
        return rows.map((row) => row.workspace_id).toSorted()
      })
    expect(await workspaces()).toEqual([ours, theirs].toSorted())
    await clock.advance(2 * dayMs)
    await keep(store)
    expect(await workspaces()).toEqual([ours])
    const left = await store.everywhere(({ db }) =>
      db.selectFrom('installations').select('workspace_id').execute(),
    )
    expect(left).toEqual([{ workspace_id: ours }])
  })

  test('works in small steps, stops between them when it is told to, and says what is left', async () => {
    const { store, clock } = await storeAt()
    const seen = Array.from({ length: 1_200 }, (_, at) => ({ id: `a${at}` as never, revision: 1 }))
    await store.inWorkspace(ours, (tx) => markSeen(tx, digestId('d'), slotId('s'), seen))
    await clock.advance(20 * dayMs)
    const backlog = () => store.everywhere((tx) => backlogOf(tx, usualKeepDays, 10_000))
    expect([...(await backlog())]).toEqual([['seen', 1_200]])
    const stopping = new AbortController()
    let steps = 0
    const pause = () => {
      steps += 1
      return backlog().then((rows) => {
        if ((rows.get('seen') ?? 0) < 1_200) stopping.abort()
      })
    }
    expect(await keepWithinLimits(store, usualKeepDays, stopping.signal, pause)).toBe(500)
    expect(steps).toBeGreaterThan(0)
    expect(await keep(store)).toBe(700)
    expect([...(await backlog())]).toEqual([])
  })
})

async function empty(store: Store): Promise<void> {
  await store.everywhere(async ({ db }) => {
    await db.deleteFrom('deliveries').execute()
    await db.deleteFrom('slots').execute()
  })
}

async function insertSlot(store: Store, id: string, atMs: number, isDue: boolean): Promise<void> {
  await store.everywhere(({ db }) =>
    db
      .insertInto('slots')
      .values({
        workspace_id: ours,
        id,
        digest_id: 'd',
        slot_key: id,
        due_at_ms: atMs,
        state: isDue ? 'due' : 'recorded',
        words: '',
        attempts: 0,
        retry_at_ms: 0,
        lease_until_ms: 0,
        fence: 0,
        digest_json: null,
        closed_at_ms: isDue ? null : atMs,
      })
      .execute(),
  )
}

async function insertDelivery(
  store: Store,
  id: string,
  slot: string,
  part: number,
  state: string,
  atMs: number,
): Promise<void> {
  await store.everywhere(({ db }) =>
    db
      .insertInto('deliveries')
      .values({
        workspace_id: ours,
        id,
        slot_id: slot,
        channel: 'slack:C1',
        part,
        story_id: null,
        message_json: '{}',
        cuts: 0,
        state,
        words: '',
        attempts: 0,
        reconciliations: 0,
        attempt_started_at_ms: null,
        due_at_ms: atMs,
        too_late_at_ms: atMs,
        lease_until_ms: 0,
        fence: 0,
        message_id: null,
        sent_at_ms: null,
        changed_at_ms: atMs,
      })
      .execute(),
  )
}

async function install(store: Store, workspace: WorkspaceId): Promise<void> {
  await store.everywhere(({ db, now }) =>
    db
      .insertInto('installations')
      .values({
        workspace_id: workspaceId(workspace),
        sealed: 'x',
        installed_by: 'p',
        installed_at_ms: now.getTime(),
        renewing_since_ms: null,
        lost_at_ms: null,
        revoked_at_ms: null,
      })
      .execute(),
  )
}
