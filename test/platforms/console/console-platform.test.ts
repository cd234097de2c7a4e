import { expect, test } from 'vitest'
import { digestDocuments } from '../../../src/domain/digest-document.ts'
import { deliveryId, workspaceId } from '../../../src/domain/ids.ts'
import type { OutgoingMessage, RenderedMessage } from '../../../src/domain/platform.ts'
import { wordingFor } from '../../../src/domain/wording/wording.ts'
import { createConsolePlatform } from '../../../src/platforms/console/console-platform.ts'
import { changeMessage, findMessage, keepMessage } from '../../../src/store/messages/messages.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { aDigest } from '../../domain/a-digest.ts'

const local = workspaceId('console:local')
const documents = digestDocuments(aDigest(), wordingFor('en'))

async function consoleOverStore() {
  const store = await openStore({ kind: 'sqlite', path: ':memory:' })
  const printed: string[] = []
  const platform = createConsolePlatform({
    workspaceId: local,
    format: { columns: 100, colour: false, hyperlinks: false },
    write: (words) => printed.push(words),
    keep: (message) => store.inWorkspace(local, (tx) => keepMessage(tx, message)),
    change: (id, payload) => store.inWorkspace(local, (tx) => changeMessage(tx, id, payload)),
    stands: (id) =>
      store.inWorkspace(local, async (tx) => (await findMessage(tx, id)) !== undefined),
  })
  return { platform, printed, [Symbol.asyncDispose]: () => store.close() }
}

function outgoing(id: string, message: RenderedMessage | undefined): OutgoingMessage {
  return {
    deliveryId: deliveryId(id),
    workspaceId: local,
    channel: { platform: 'console', id: 'main' },
    message: message ?? { place: 'channel', payload: {} },
    parent: undefined,
  }
}

test('prints what it posts, and the same delivery only once', async () => {
  await using given = await consoleOverStore()
  const [parent] = given.platform.render(documents)
  const first = await given.platform.post(outgoing('d1', parent))
  const again = await given.platform.post(outgoing('d1', parent))
  expect(first).toEqual({
    kind: 'posted',
    message: { channel: { platform: 'console', id: 'main' }, id: 'd1' },
  })
  expect(again).toEqual(first)
  expect(given.printed).toHaveLength(1)
  expect(given.printed[0]).toContain('Morning briefing · Tuesday 2 December')
})

test('finds a message that it posted, and no other', async () => {
  await using given = await consoleOverStore()
  const [parent] = given.platform.render(documents)
  await given.platform.post(outgoing('d1', parent))
  expect((await given.platform.find(outgoing('d1', parent), new Date(0))).kind).toBe('found')
  expect((await given.platform.find(outgoing('d2', parent), new Date(0))).kind).toBe('absent')
})

test('changes what stands there, and refuses to change what does not', async () => {
  await using given = await consoleOverStore()
  const [parent, story] = given.platform.render(documents)
  await given.platform.post(outgoing('d1', parent))
  const ref = (id: string) => ({ channel: { platform: 'console' as const, id: 'main' }, id })
  expect((await given.platform.edit(ref('d1'), outgoing('d1', story))).kind).toBe('posted')
  expect(given.printed[1]).toContain('1 · Harbour bridge closed')
  expect(await given.platform.edit(ref('d9'), outgoing('d9', story))).toMatchObject({
    kind: 'refused',
    why: 'There is no message d9 in the channel main.',
  })
})

test('knows its own channels and none of other platforms', async () => {
  await using given = await consoleOverStore()
  expect(await given.platform.workspaceOf({ platform: 'console', id: 'news' })).toBe(local)
  expect(await given.platform.workspaceOf({ platform: 'slack', id: 'C1' })).toBeUndefined()
})
