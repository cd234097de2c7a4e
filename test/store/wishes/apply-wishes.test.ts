import { expect, test } from 'vitest'
import type { Wishes } from '../../../src/domain/wishes.ts'
import { listAudit } from '../../../src/store/audit/audit.ts'
import type { Store } from '../../../src/store/store.ts'
import { applyWishes } from '../../../src/store/wishes/apply-wishes.ts'
import {
  feedsOf,
  listFeedSubscriptions,
  saveFeedSubscription,
  workspacesOfFile,
} from '../../../src/store/wishes/feed-subscriptions.ts'
import { listFilters, saveFilter } from '../../../src/store/wishes/filters.ts'
import {
  findSubscription,
  listSubscriptions,
  saveSubscription,
} from '../../../src/store/wishes/subscriptions.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { ours, theirs } from '../sample.ts'
import { aDigestWish, aFeedWish, aFilter } from './wishes.ts'

const file: Wishes = {
  feeds: [aFeedWish('Harbour'), aFeedWish('Abend', { categories: ['local'], weight: 2 })],
  digests: [aDigestWish('morning')],
  filters: [aFilter('file-1')],
}
const nothing: Wishes = { feeds: [], digests: [], filters: [] }

onBothEngines('the wishes of the configuration file', ({ freshStore }) => {
  const apply = (store: Store, wishes: Wishes) =>
    store.inWorkspace(ours, (tx) => applyWishes(tx, wishes))
  const read = (store: Store) =>
    store.inWorkspace(ours, async (tx) => ({
      feeds: await listFeedSubscriptions(tx),
      digests: await listSubscriptions(tx),
      filters: await listFilters(tx),
      audit: await listAudit(tx, 50),
    }))

  test('are stored as they were asked for, and only in that workspace', async () => {
    const store = await freshStore()
    const changes = await apply(store, file)
    expect(changes.map(({ what, change, name }) => `${what} ${change}: ${name}`)).toEqual([
      'feed added: Harbour',
      'feed added: Abend',
      'digest added: morning',
      'filter added: drop title contains horoscope',
    ])
    const { feeds, digests, filters } = await read(store)
    expect(feeds).toMatchObject([file.feeds[1], file.feeds[0]])
    expect(digests).toMatchObject([{ ...file.digests[0], managedBy: 'file', workspaceId: ours }])
    expect(filters).toEqual([{ ...file.filters[0], managedBy: 'file' }])
    expect(await store.everywhere(workspacesOfFile)).toEqual([ours])
    expect(await store.inWorkspace(theirs, listFeedSubscriptions)).toEqual([])
    const id = digests[0]?.id
    expect(id && (await store.inWorkspace(ours, (tx) => findSubscription(tx, id)))).toEqual(
      digests[0],
    )
    expect(id && (await store.inWorkspace(theirs, (tx) => findSubscription(tx, id)))).toBe(
      undefined,
    )
  })

  test('change nothing when they are applied again', async () => {
    const store = await freshStore()
    await apply(store, file)
    const before = await read(store)
    expect(await apply(store, file)).toEqual([])
    expect(await read(store)).toEqual(before)
  })

  test('take away what the file no longer has and leave what commands have made', async () => {
    const store = await freshStore()
    await apply(store, file)
    await store.inWorkspace(ours, async (tx) => {
      await saveFeedSubscription(tx, aFeedWish('Wire'), 'command')
      await saveSubscription(tx, aDigestWish('evening'), 'command')
      await saveFilter(tx, aFilter('mine'), 'command')
    })
    await apply(store, { ...file, feeds: file.feeds.slice(0, 1) })
    expect((await read(store)).feeds.map(({ name }) => name)).toEqual(['Harbour', 'Wire'])
    await apply(store, nothing)
    const { feeds, digests, filters } = await read(store)
    expect([feeds, digests, filters].map((kept) => kept.length)).toEqual([1, 1, 1])
    expect(await store.everywhere(workspacesOfFile)).toEqual([])
  })

  test('take over what a command has made for the same feed', async () => {
    const store = await freshStore()
    await store.inWorkspace(ours, (tx) =>
      saveFeedSubscription(
        tx,
        aFeedWish('By hand', { url: 'https://harbour.example/feed' }),
        'command',
      ),
    )
    await apply(store, file)
    const { feeds } = await read(store)
    expect(feeds.map(({ name, managedBy }) => `${name} ${managedBy}`)).toEqual([
      'Abend file',
      'Harbour file',
    ])
  })

  test('are audited with how it stood before and after', async () => {
    const clock = movedClock('2026-03-01T07:00:00Z')
    const store = await freshStore({ clock })
    await apply(store, file)
    await clock.advance(60_000)
    await apply(store, { ...file, digests: [aDigestWish('morning', { stories: 3 })] })
    const [entry] = (await read(store)).audit
    expect(entry).toMatchObject({ personId: 'file', what: 'digest changed' })
    expect(entry).toMatchObject({ before: { stories: 7 }, after: { stories: 3 } })
  })

  test('plan the next slot anew only when the times change', async () => {
    const store = await freshStore()
    await apply(store, file)
    const plan = (key: string) =>
      store.inWorkspace(ours, ({ db }) =>
        db
          .updateTable('subscriptions')
          .set({ next_slot_key: key, next_due_at_ms: 1 })
          .where('workspace_id', '=', ours)
          .execute(),
      )
    const planned = () =>
      store.inWorkspace(ours, ({ db }) =>
        db
          .selectFrom('subscriptions')
          .select('next_slot_key')
          .where('workspace_id', '=', ours)
          .executeTakeFirst(),
      )
    await plan('soon')
    await apply(store, { ...file, digests: [aDigestWish('morning', { stories: 3 })] })
    expect(await planned()).toEqual({ next_slot_key: 'soon' })
    const schedule = { kind: 'cron', cron: '0 9 * * *', timezone: 'UTC', exact: false } as const
    await apply(store, { ...file, digests: [aDigestWish('morning', { schedule })] })
    expect(await planned()).toEqual({ next_slot_key: null })
  })

  test('name the feeds that a digest reads, without those that are paused', async () => {
    const store = await freshStore()
    const feeds = [...file.feeds, aFeedWish('Silent', { paused: true })]
    await apply(store, { ...file, feeds })
    const names = (choice: Parameters<typeof feedsOf>[1]['feeds']) =>
      store.inWorkspace(ours, async (tx) =>
        (await feedsOf(tx, { feeds: choice })).map(({ name }) => name),
      )
    expect(await names({ kind: 'all' })).toEqual(['Abend', 'Harbour'])
    expect(await names({ kind: 'named', names: ['Harbour', 'Silent'] })).toEqual(['Harbour'])
    expect(await names({ kind: 'categories', categories: ['local'] })).toEqual(['Abend'])
  })
})
