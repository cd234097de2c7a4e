import { type Html, html } from '../render/html.ts'

/** A part of a list that is too long for one page. */
export type Page<Item> = {
  readonly items: readonly Item[]
  /** Counts from 1. */
  readonly number: number
  readonly pages: number
}

export function pageOf<Item>(
  items: readonly Item[],
  query: URLSearchParams,
  size: number,
): Page<Item> {
  const pages = Math.max(Math.ceil(items.length / size), 1)
  const asked = Number(query.get('page') ?? '1')
  const number = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  return { items: items.slice((number - 1) * size, number * size), number, pages }
}

export function pagesHtml({ number, pages }: Page<unknown>, address: string): Html | undefined {
  if (pages === 1) return undefined
  const link = (to: number, words: string) =>
    to >= 1 && to <= pages && html`<a class="button" href="${address}?page=${to}">${words}</a>`
  return html`<p class="pages">${link(number - 1, 'Before')} <span>Page ${number} of ${pages}</span> ${link(number + 1, 'After')}</p>`
}
