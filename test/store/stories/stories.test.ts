import { expect, test } from 'vitest'
import type { Article } from '../../../src/domain/article.ts'
import { personId, slotId, storyId } from '../../../src/domain/ids.ts'
import type { Story } from '../../../src/domain/story.ts'
import { remember } from '../../../src/store/articles/remember.ts'
import type { Store } from '../../../src/store/store.ts'
import { apartPairs, keepApart } from '../../../src/store/stories/splits.ts'
import { findToldStory, keepTold, toldStories } from '../../../src/store/stories/told.ts'
import { keepTraces, tracesOf } from '../../../src/store/stories/traces.ts'
import { aBriefing } from '../../domain/a-digest.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { anArticle, anItem, ours, theirs } from '../sample.ts'

const start = '2026-03-01T07:00:00Z'
const channel = { platform: 'slack', id: 'C1' } as const
const dayMs = 86_400_000

function aStory(article: Article, told: Story['told'] = undefined): Story {
  return { id: storyId('bridge'), articles: [article], told }
}

function aPoint(text: string) {
  const evidence = [{ articleId: anArticle('one').id, start: 0, end: 4 }] as const
  return aBriefing({ points: [{ text, evidence }] })
}

onBothEngines('what a channel was told', ({ freshStore }) => {
  async function storeAt() {
    const clock = movedClock(start)
    const store = await freshStore({ clock })
    const tell = (story: Story, point: string, slot = 's1') =>
      store.inWorkspace(ours, (tx) =>
        keepTold(tx, channel, slotId(slot), [{ story, briefing: aPoint(point) }]),
      )
    return { clock, store, tell }
  }
  const toldTo = (store: Store, workspace = ours) =>
    store.inWorkspace(workspace, (tx) => toldStories(tx, channel))

  test('comes back with its briefing, its articles and their texts', async () => {
    const { store, tell } = await storeAt()
    const article = anArticle('one')
    await store.shared((tx) => remember(tx, [anItem(article)]))
    await tell(aStory(article), 'The bridge is closed.')
    const [story] = await toldTo(store)
    expect(story).toMatchObject({
      id: 'bridge',
      slotId: 's1',
      articles: [article],
      told: {
        at: new Date(start),
        points: ['The bridge is closed.'],
        quotes: ['We will not open it on a good guess'],
        articleIds: ['one'],
        texts: ['Text of one.'],
      },
    })
    expect(story?.briefing).toEqual(aPoint('The bridge is closed.'))
    expect(story?.revisions).toEqual(new Map([['one', 1]]))
  })

  test('is the text as it stood, also after the publisher changed it', async () => {
    const { store, tell } = await storeAt()
    await store.shared((tx) => remember(tx, [anItem(anArticle('one'))]))
    await tell(aStory(anArticle('one')), 'Twelve.')
    await store.shared((tx) => remember(tx, [anItem(anArticle('one', { text: 'Fourteen.' }))]))
    const [story] = await toldTo(store)
    expect(story?.told.texts).toEqual(['Text of one.'])
    expect(story?.articles.map(({ text }) => text)).toEqual(['Fourteen.'])
  })

  test('grows with every telling of the story', async () => {
    const { clock, store, tell } = await storeAt()
    await store.shared((tx) => remember(tx, [anItem(anArticle('one')), anItem(anArticle('two'))]))
    await tell(aStory(anArticle('one')), 'Closed.')
    await clock.advance(dayMs)
    const [before] = await toldTo(store)
    await tell(aStory(anArticle('two'), before?.told), 'Open again.', 's2')
    const [story] = await toldTo(store)
    expect(story?.slotId).toBe('s2')
    expect(story?.told.points).toEqual(['Closed.', 'Open again.'])
    expect(story?.told.articleIds).toEqual(['one', 'two'])
    expect(story?.articles.map(({ id }) => id)).toEqual(['one', 'two'])
  })

  test('is forgotten after 14 days, and found by its id all the same', async () => {
    const { clock, store, tell } = await storeAt()
    await tell(aStory(anArticle('one')), 'Closed.')
    await clock.advance(14 * dayMs + 1)
    expect(await toldTo(store)).toEqual([])
    const found = await store.inWorkspace(ours, (tx) => findToldStory(tx, channel, 'bridge'))
    expect(found?.told.headline).toBe(aBriefing().headline)
  })

  test('stays in its workspace and its channel', async () => {
    const { store, tell } = await storeAt()
    await tell(aStory(anArticle('one')), 'Closed.')
    expect(await toldTo(store, theirs)).toEqual([])
    const elsewhere = { platform: 'slack', id: 'C2' } as const
    expect(await store.inWorkspace(ours, (tx) => toldStories(tx, elsewhere))).toEqual([])
  })
})

onBothEngines('stories that were split', ({ freshStore }) => {
  test('stay split, however often and in whatever order it is said', async () => {
    const store = await freshStore()
    const ana = personId('U1')
    await store.inWorkspace(ours, (tx) =>
      keepApart(tx, ana, [
        ['b', 'a'],
        ['a', 'b'],
        ['a', 'a'],
      ]),
    )
    await store.inWorkspace(ours, (tx) => keepApart(tx, ana, [['a', 'b']]))
    expect(await store.inWorkspace(ours, apartPairs)).toEqual([['a', 'b']])
    expect(await store.inWorkspace(theirs, apartPairs)).toEqual([])
  })
})

onBothEngines('the traces of an article', ({ freshStore }) => {
  test('say what became of it in each digest, the latest first', async () => {
    const clock = movedClock(start)
    const store = await freshStore({ clock })
    const { id } = anArticle('one')
    const keep = (slot: string, stage: 'no-room' | 'printed', words: string) =>
      store.inWorkspace(ours, (tx) =>
        keepTraces(tx, slotId(slot), [{ articleId: id, stage, words }]),
      )
    await keep('s1', 'no-room', 'Place 9 of 7.')
    await clock.advance(1000)
    await keep('s2', 'printed', 'Story 1.')
    await keep('s2', 'printed', 'Story 2.')
    const traces = await store.inWorkspace(ours, (tx) => tracesOf(tx, id))
    expect(traces.map(({ slotId: slot, stage, words }) => `${slot} ${stage} ${words}`)).toEqual([
      's2 printed Story 2.',
      's1 no-room Place 9 of 7.',
    ])
    expect(await store.inWorkspace(theirs, (tx) => tracesOf(tx, id))).toEqual([])
  })

  test('are kept of a window of any size', async () => {
    const store = await freshStore()
    const traces = Array.from({ length: 2500 }, (_, at) => ({
      articleId: anArticle(`a${at}`).id,
      stage: 'told' as const,
      words: 'Nothing new.',
    }))
    await store.inWorkspace(ours, (tx) => keepTraces(tx, slotId('s1'), traces))
    const last = await store.inWorkspace(ours, (tx) => tracesOf(tx, anArticle('a2499').id))
    expect(last).toHaveLength(1)
  })
})
