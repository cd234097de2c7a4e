import { wordsOf } from '../text/words.ts'
import type { Groupable } from './vectors.ts'

/** Shorter titles ("Live", "In pictures") stand above many articles. */
const minTitleWords = 3

/** Pairs of items, by place, that are one article met again: the same address or the same title. */
export function sameArticle(items: readonly Groupable[]): readonly (readonly [number, number])[] {
  const first = new Map<string, number>()
  return items.flatMap((item, at) =>
    namesOf(item).flatMap((name) => {
      const earlier = first.get(name)
      if (earlier === undefined) first.set(name, at)
      return earlier === undefined || earlier === at ? [] : [[earlier, at] as const]
    }),
  )
}

function namesOf(item: Groupable): readonly string[] {
  const words = wordsOf(item.title.toLowerCase())
  const byTitle = words.length >= minTitleWords ? [`title ${words.join(' ')}`] : []
  const address = bareAddress(item.url)
  return address === undefined ? byTitle : [...byTitle, `address ${address}`]
}

/** An address without scheme, "www.", query and fragment; undefined where only the site is left. */
function bareAddress(url: string | undefined): string | undefined {
  const bare = url
    ?.replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/(?=\?|$)/, '')
  const hasQueryId = /\?.*\b(?:id|p|article|story)=/i.test(bare ?? '')
  const name = hasQueryId ? bare : bare?.replace(/\?.*$/, '')
  return name?.includes('/') || hasQueryId ? name : undefined
}
