import { feedId, personId } from '../../../src/domain/ids.ts'
import { saveActions } from '../../../src/store/actions/actions.ts'
import { remember } from '../../../src/store/articles/remember.ts'
import type { Store } from '../../../src/store/store.ts'
import { keepApart } from '../../../src/store/stories/splits.ts'
import { copiedTables } from '../../../src/store/transfer/copy-all.ts'
import { fingerprintOf } from '../../../src/store/transfer/table-rows.ts'
import { saveFeedSubscription } from '../../../src/store/wishes/feed-subscriptions.ts'
import type { movedClock } from '../../support/moved-clock.ts'
import { recordAll, subscribe } from '../delivery/a-schedule.ts'
import { anArticle, anItem, ours, theirs } from '../sample.ts'

/** Fills a store with something of most kinds: more rows than one page of a copy, and texts that are hard to carry. */
export async function fill(store: Store, clock: ReturnType<typeof movedClock>): Promise<void> {
  const items = Array.from({ length: 620 }, (_, at) =>
    anItem(anArticle(`a${at}`, { title: `Ölpreis ${at} 🛢`, text: `Word${at} “quoted” \n\n end.` })),
  )
  await store.shared((tx) => remember(tx, items))
  for (const workspace of [ours, theirs]) {
    await subscribe(store, { workspaceId: workspace })
    await store.inWorkspace(workspace, async (tx) => {
      await saveFeedSubscription(tx, aFeed, 'command')
      await keepApart(tx, personId('p'), [['a', 'b']])
      await saveActions(tx, [
        { id: 'act' as never, command: 'story quotes', options: { story: 's' } },
      ])
    })
  }
  await clock.advance(120_000)
  await recordAll(store, 3)
}

const aFeed = {
  url: `https://harbour.example/${feedId('feed')}`,
  name: 'Harbour',
  categories: ['world'],
  weight: 1.25,
  language: undefined,
  paused: false,
}

/** What is in every table that a copy takes along. */
export function contents(store: Store): Promise<Readonly<Record<string, string>>> {
  return store.snapshot(async (tx) => {
    const found: Record<string, string> = {}
    for (const table of copiedTables) {
      const { rows, checksum } = await fingerprintOf(tx, table)
      found[table] = `${rows} ${checksum}`
    }
    return found
  })
}
