import { expect, test } from 'vitest'
import type { ChannelRef } from '../../../src/domain/channel.ts'
import {
  changeMessage,
  channelMessages,
  findMessage,
  keepMessage,
  messageChannels,
} from '../../../src/store/messages/messages.ts'
import type { Store } from '../../../src/store/store.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { ours, theirs } from '../sample.ts'

const news: ChannelRef = { platform: 'console', id: 'news' }
const sport: ChannelRef = { platform: 'console', id: 'sport' }

function keep(store: Store, id: string, over: { parentId?: string; channel?: ChannelRef } = {}) {
  return store.inWorkspace(ours, (tx) =>
    keepMessage(tx, { id, channel: news, parentId: undefined, payload: { id }, ...over }),
  )
}

onBothEngines('messages', (engine) => {
  test('stand once under their id, as first posted', async () => {
    const store = await engine.freshStore()
    expect(await keep(store, 'm1')).toBe(true)
    const again = { id: 'm1', channel: news, parentId: undefined, payload: { id: 'other' } }
    expect(await store.inWorkspace(ours, (tx) => keepMessage(tx, again))).toBe(false)
    const found = await store.inWorkspace(ours, (tx) => findMessage(tx, 'm1'))
    expect(found).toMatchObject({ id: 'm1', channel: news, payload: { id: 'm1' } })
    expect(found?.editedAt).toBeUndefined()
  })

  test('are changed where they stand, and only there', async () => {
    const store = await engine.freshStore()
    await keep(store, 'm1')
    const at = new Date('2026-12-01T07:00:00Z')
    const change = (workspace: typeof ours, id: string) =>
      store.inWorkspace(workspace, (tx) => changeMessage(tx, id, { at }))
    expect(await change(ours, 'm1')).toBe(true)
    expect(await change(ours, 'm2')).toBe(false)
    expect(await change(theirs, 'm1')).toBe(false)
    const found = await store.inWorkspace(ours, (tx) => findMessage(tx, 'm1'))
    expect(found?.payload).toEqual({ at })
    expect(found?.editedAt).toBeInstanceOf(Date)
  })

  test('of a channel come with their threads, and the newest are kept', async () => {
    const store = await engine.freshStore()
    await keep(store, 'old')
    await keep(store, 'new')
    await keep(store, 'reply', { parentId: 'new' })
    await keep(store, 'elsewhere', { channel: sport })
    const idsOf = async (limit: number) =>
      (await store.inWorkspace(ours, (tx) => channelMessages(tx, news, limit)))
        .map(({ id }) => id)
        .sort()
    expect(await idsOf(10)).toEqual(['new', 'old', 'reply'])
    expect(await idsOf(0)).toEqual([])
    expect(await store.inWorkspace(ours, messageChannels)).toEqual([news, sport])
    expect(await store.inWorkspace(theirs, messageChannels)).toEqual([])
  })
})
