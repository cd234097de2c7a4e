/** Feeds need about ten levels, their HTML some more; what is deeper is an attack. */
const maxDepth = 100

/** More items than this are never looked at: 100,000 cost nine seconds. */
export const maxItems = 5000

/** HTML elements that people leave open in feeds; they nest nothing. */
const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** The outline of a document, found in one linear pass before any parser sees it. */
export type Shape =
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'bearable'; readonly text: string; readonly isCut: boolean }

/** Refuses markup nested too deeply and cuts what stands after the last item that may be read. */
export function boundShape(text: string): Shape {
  const open: string[] = []
  let items = 0
  for (const { name, end, isEnd } of tagsOf(text)) {
    if (isEnd) close(open, name)
    else if (!voids.has(name) && text[end - 2] !== '/' && open.push(name) > maxDepth) {
      return { kind: 'too-deep' }
    }
    if (isEnd && isItem(name) && ++items === maxItems) {
      return { kind: 'bearable', text: ended(text.slice(0, end), open), isCut: true }
    }
  }
  return { kind: 'bearable', text, isCut: false }
}

export const isItem = (name: string) => /^(?:\w+:)?(?:item|entry)$/i.test(name)

const ended = (text: string, open: readonly string[]) =>
  `${text}${open
    .toReversed()
    .map((name) => `</${name}>`)
    .join('')}`

type Tag = { readonly name: string; readonly end: number; readonly isEnd: boolean }

/** Every tag outside comments and CDATA sections, as written. */
export function* tagsOf(text: string): Generator<Tag> {
  const tag = /<(\/?)([A-Za-z_][\w.:-]*)/y
  let at = text.indexOf('<')
  while (at >= 0) {
    const end = endOfMarkup(text, at)
    if (end < 0) return
    tag.lastIndex = at
    const found = tag.exec(text)
    if (found) yield { name: found[2] ?? '', end, isEnd: found[1] === '/' }
    at = text.indexOf('<', end)
  }
}

function endOfMarkup(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9)
  if (!/[A-Za-z_/?!]/.test(text[at + 1] ?? '')) return at + 1
  return after(text, '>', at + 1)
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** Ends the nearest open element of that name and all within it; an end without a beginning ends nothing. */
function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name)
  if (at >= 0) open.length = at
}
