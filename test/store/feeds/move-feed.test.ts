import { expect, test } from 'vitest'
import { rememberFeed } from '../../../src/store/feeds/feeds.ts'
import { moveFeed } from '../../../src/store/feeds/record-poll.ts'
import type { Store } from '../../../src/store/store.ts'
import {
  listFeedSubscriptions,
  saveFeedSubscription,
} from '../../../src/store/wishes/feed-subscriptions.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { ours, theirs } from '../sample.ts'
import { aFeedWish } from '../wishes/wishes.ts'

const before = 'https://old.example/feed'
const after = 'https://new.example/feed'

const want = (store: Store, workspace: typeof ours, name: string, url: string) =>
  store.inWorkspace(workspace, (tx) =>
    saveFeedSubscription(tx, aFeedWish(name, { url }), 'command'),
  )
const addresses = (store: Store, workspace: typeof ours) =>
  store.inWorkspace(workspace, async (tx) =>
    (await listFeedSubscriptions(tx)).map(({ name, url }) => `${name} ${url}`),
  )
const move = (store: Store) =>
  store.everywhere(async (tx) => {
    const { id } = await rememberFeed(tx, before)
    await moveFeed(tx, id, after)
  })

onBothEngines('a feed that has moved', ({ freshStore }) => {
  test('has its new address for everybody, and its old one leads to it', async () => {
    const store = await freshStore()
    await want(store, ours, 'Post', before)
    await want(store, theirs, 'Their post', before)
    await move(store)
    expect(await addresses(store, ours)).toEqual([`Post ${after}`])
    expect(await addresses(store, theirs)).toEqual([`Their post ${after}`])
    const again = await store.shared((tx) => rememberFeed(tx, before))
    expect(again.url).toBe(after)
  })

  test('gives its readers to the feed that stands there already, each once', async () => {
    const store = await freshStore()
    await want(store, ours, 'Old', before)
    await want(store, ours, 'New', after)
    await want(store, theirs, 'Theirs', before)
    await move(store)
    expect(await addresses(store, ours)).toEqual([`New ${after}`])
    expect(await addresses(store, theirs)).toEqual([`Theirs ${after}`])
  })
})
