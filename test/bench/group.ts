import { groupArticles } from '../../src/briefing/stories/group.ts'
import type { Groupable } from '../../src/briefing/stories/vectors.ts'
import { createRandom } from './news/invent-news.ts'

const sizes = [1000, 2500, 5000, 10_000, 20_000]

/** Prints how long it takes to group windows of growing size. */
export async function run(args: readonly string[]): Promise<void> {
  console.log('| items | stories | seconds | ms an item |\n|---|---|---|---|')
  for (const count of args.length > 0 ? args.map(Number) : sizes) {
    const items = inventArticles(count)
    const startedAtMs = performance.now()
    const stories = groupArticles(items)
    const tookMs = performance.now() - startedAtMs
    const cells = [count, stories.length, (tookMs / 1000).toFixed(2), (tookMs / count).toFixed(2)]
    console.log(`| ${cells.join(' | ')} |`)
  }
}

/** Articles of 220 words over stories of up to eight tellings, the words as unevenly spread as in a language (Zipf). */
function inventArticles(count: number): readonly Groupable[] {
  const random = createRandom(1)
  const common = (size: number) => Math.floor(size ** random())
  return Array.from({ length: count }, (_, at) => {
    const story = Math.floor(at / (1 + common(8)))
    const own = createRandom(story)
    const ofStory = Array.from(
      { length: 30 },
      () => `w${Math.floor(30_000 ** own())}x${own() < 0.3 ? story : ''}`,
    )
    const words = Array.from({ length: 220 }, () =>
      random() < 0.3 ? ofStory[Math.floor(random() * 30)] : `w${common(30_000)}`,
    )
    return {
      id: `${at}`,
      title: ofStory.slice(0, 8).join(' '),
      text: words.join(' '),
      url: `https://example.org/${at}`,
      publishedAt: new Date(Date.UTC(2026, 0, 1) + at * 10_000),
    }
  })
}
