import { expect, test } from 'vitest'
import { digestId, feedId, slotId } from '../../../src/domain/ids.ts'
import { findArticleByUrl, findArticles } from '../../../src/store/articles/articles.ts'
import { remember } from '../../../src/store/articles/remember.ts'
import { searchArticles } from '../../../src/store/articles/search.ts'
import { knownItems } from '../../../src/store/articles/sightings.ts'
import { articlesSince, markSeen, unseenArticles } from '../../../src/store/articles/window.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { anArticle, anItem, ours } from '../sample.ts'

const start = '2026-03-01T07:00:00Z'
const feeds = [feedId('feed')]

onBothEngines('the articles', ({ freshStore }) => {
  async function storeAt() {
    const clock = movedClock(start)
    return { clock, store: await freshStore({ clock }) }
  }

  test('are kept once, however often their feed is polled', async () => {
    const { store } = await storeAt()
    const items = [anItem(anArticle('one')), anItem(anArticle('two'))]
    expect(await store.shared((tx) => remember(tx, items))).toEqual({ added: 2, revised: 0 })
    expect(await store.shared((tx) => remember(tx, items))).toEqual({ added: 0, revised: 0 })
    const kept = await store.shared((tx) => articlesSince(tx, feeds, new Date(start), 10))
    expect(kept).toEqual([anArticle('two'), anArticle('one')])
  })

  test('become a new revision when their own feed changes them, and not by another feed', async () => {
    const { store } = await storeAt()
    await store.shared((tx) => remember(tx, [anItem(anArticle('one'))]))
    const other = anArticle('one', { feedId: feedId('other'), text: 'Told elsewhere.' })
    expect(await store.shared((tx) => remember(tx, [anItem(other)]))).toEqual({
      added: 0,
      revised: 0,
    })
    const changed = anArticle('one', { text: 'Fourteen, not twelve.' })
    expect(await store.shared((tx) => remember(tx, [anItem(changed)]))).toEqual({
      added: 0,
      revised: 1,
    })
    const [kept] = await store.shared((tx) => findArticles(tx, [changed.id]))
    expect(kept).toEqual({ ...changed, revision: 2 })
    const old = await store.shared(({ db }) => db.selectFrom('revisions').selectAll().execute())
    expect(old.map(({ text }) => text)).toEqual(['Text of one.'])
  })

  test('come up in the feeds that brought them as news, and again there when they change', async () => {
    const { clock, store } = await storeAt()
    const told = anArticle('one')
    const elsewhere = { ...told, feedId: feedId('other') }
    const backlog = { ...anItem({ ...told, feedId: feedId('old') }), isNews: false }
    await store.shared((tx) => remember(tx, [anItem(told)]))
    await store.shared((tx) => remember(tx, [anItem(elsewhere), backlog]))
    const cameTo = (id: string, since: Date) =>
      store.shared(async (tx) =>
        (await articlesSince(tx, [feedId(id)], since, 10)).map(({ revision }) => revision),
      )
    expect(await cameTo('feed', new Date(start))).toEqual([1])
    expect(await cameTo('other', new Date(start))).toEqual([1])
    expect(await cameTo('old', new Date(start))).toEqual([])
    await clock.advance(60_000)
    const later = clock.now()
    await store.shared((tx) => remember(tx, [anItem(told)]))
    expect(await cameTo('feed', later)).toEqual([])
    await store.shared((tx) => remember(tx, [anItem({ ...told, text: 'Changed.' })]))
    expect(await cameTo('feed', later)).toEqual([2])
    expect(await cameTo('other', later)).toEqual([2])
  })

  test('are known again by their identities, even those that are no news', async () => {
    const { store } = await storeAt()
    const item = { ...anItem(anArticle('old')), isNews: false }
    await store.shared((tx) => remember(tx, [item]))
    const known = await store.shared((tx) => knownItems(tx, feedId('feed'), ['guid:old', 'guid:x']))
    expect([...known.values()]).toEqual(item.sightings)
    expect(await store.shared((tx) => findArticles(tx, [item.article.id]))).toEqual([])
  })

  test('are found by their address', async () => {
    const { store } = await storeAt()
    await store.shared((tx) => remember(tx, [anItem(anArticle('one'))]))
    const found = await store.shared((tx) => findArticleByUrl(tx, 'https://harbour.example/one'))
    expect(found?.title).toBe('Title of one')
  })

  test('are unseen by a digest until it has used them in that revision', async () => {
    const { clock, store } = await storeAt()
    const digest = digestId('morning')
    const unseen = () =>
      store.inWorkspace(ours, async (tx) => {
        const found = await unseenArticles(tx, digest, feeds, new Date(start), 10)
        return found.map(({ id, revision }) => `${id} ${revision}`)
      })
    await store.shared((tx) => remember(tx, [anItem(anArticle('one')), anItem(anArticle('two'))]))
    expect(await unseen()).toEqual(['two 1', 'one 1'])
    await store.inWorkspace(ours, (tx) =>
      markSeen(tx, digest, slotId('s1'), [anArticle('one'), anArticle('two')]),
    )
    expect(await unseen()).toEqual([])
    await clock.advance(60_000)
    await store.shared((tx) => remember(tx, [anItem(anArticle('one', { text: 'Changed.' }))]))
    expect(await unseen()).toEqual(['one 2'])
  })

  test('are found by their words alike, whatever accents, case and operators are typed', async () => {
    const { store } = await storeAt()
    await store.shared((tx) =>
      remember(tx, [
        anItem(anArticle('sao', { title: 'Enchentes em São Paulo', text: 'A chuva voltou.' })),
        anItem(anArticle('rain', { title: 'Rain', text: 'Floods reach Sao Tome.' })),
        anItem(anArticle('tokyo', { title: '東京で地震', text: '震度五' })),
        anItem(anArticle('else', { feedId: feedId('else'), text: 'Paulo elsewhere.' })),
      ]),
    )
    const search = (words: string) =>
      store.shared(async (tx) => {
        const query = { words, feedIds: feeds, since: undefined, limit: 5 }
        return (await searchArticles(tx, query)).map(({ id }) => id)
      })
    expect(await search('SAO paulo')).toEqual(['sao', 'rain'])
    expect(await search('地震')).toEqual(['tokyo'])
    expect(await search('"paulo" OR (NOT * & | !')).toEqual(['sao'])
    expect(await search('?! …')).toEqual([])
  })

  test('are found by their new words after a change', async () => {
    const { store } = await storeAt()
    const feedIds = feeds
    const search = (words: string) =>
      store.shared((tx) => searchArticles(tx, { words, feedIds, since: undefined, limit: 5 }))
    await store.shared((tx) => remember(tx, [anItem(anArticle('one', { text: 'twelve' }))]))
    await store.shared((tx) => remember(tx, [anItem(anArticle('one', { text: 'fourteen' }))]))
    expect(await search('fourteen')).toHaveLength(1)
    expect(await search('twelve')).toHaveLength(0)
  })
})
