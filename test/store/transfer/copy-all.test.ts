import { expect, onTestFinished, test } from 'vitest'
import { UnusableError } from '../../../src/domain/errors.ts'
import { remember } from '../../../src/store/articles/remember.ts'
import { searchArticles } from '../../../src/store/articles/search.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { Store } from '../../../src/store/store.ts'
import { primaryKeys } from '../../../src/store/tables/keys.ts'
import { copyAll } from '../../../src/store/transfer/copy-all.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { anArticle, anItem } from '../sample.ts'
import { contents, fill } from './a-full-store.ts'

const from = 'sqlite:old.db'

onBothEngines('a copy of everything', (engine) => {
  async function filled() {
    const clock = movedClock('2026-03-01T07:59:00Z')
    const store = await engine.freshStore({ clock, leasesByHostClock: true })
    await fill(store, clock)
    return { store, clock }
  }

  test('is the same on the same engine, can be searched, and numbers on', async () => {
    const { store } = await filled()
    const target = await engine.freshStore()
    const report = await copyAll(store, target, { from })
    expect(await contents(target)).toEqual(await contents(store))
    expect(report.find(({ table }) => table === 'articles')?.rows).toBe(620)
    const query = { words: 'word77', feedIds: [anArticle('x').feedId], since: undefined, limit: 5 }
    const found = await target.shared((tx) => searchArticles(tx, query))
    expect(found.map(({ id }) => id)).toEqual(['a77'])
    await target.shared((tx) => remember(tx, [anItem(anArticle('next'))]))
  })

  test('goes on where it was broken off, and takes along what changed meanwhile', async () => {
    const { store } = await filled()
    const address = await engine.freshAddress()
    await breakOff(store, await openStore(address, { transfer: true }), 'sightings')
    await expect(openStore(address)).rejects.toThrow('being filled from sqlite:old.db')
    await store.everywhere(({ db }) =>
      db.updateTable('articles').set({ title: 'Changed' }).where('id', '=', 'a5').execute(),
    )
    const again = await openStore(address, { transfer: true })
    onTestFinished(() => again.close())
    await expect(copyAll(store, again, { from: 'sqlite:other.db' })).rejects.toThrow(
      'half filled from sqlite:old.db',
    )
    await copyAll(store, again, { from })
    expect(await contents(again)).toEqual(await contents(store))
    await again.close()
    await (await openStore(address)).close()
  })

  test('goes into an empty database alone', async () => {
    const { store } = await filled()
    await expect(copyAll(store, store, { from })).rejects.toThrow(UnusableError)
    const target = await engine.freshStore()
    await target.shared((tx) => remember(tx, [anItem(anArticle('one'))]))
    await expect(copyAll(store, target, { from })).rejects.toThrow('use an empty one')
  })

  test('knows every table of the schema, and its key', async () => {
    const store = await engine.freshStore()
    const tables = await store.shared(({ db }) => db.introspection.getTables())
    const own = tables.map(({ name }) => name).filter((name) => !name.startsWith('article_search'))
    expect(own.toSorted()).toEqual(Object.keys(primaryKeys).toSorted())
  })
})

async function breakOff(store: Store, target: Store, at: string): Promise<void> {
  const copy = copyAll(store, target, {
    from,
    onStep: (_done, _all, table) => {
      if (table === at) throw new Error('broken off')
    },
  })
  await expect(copy).rejects.toThrow('broken off')
  await target.close()
}
