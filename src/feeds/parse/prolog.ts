/** What a body turns out to be before any parser sees it. */
export type Prolog =
  | { readonly kind: 'markup'; readonly text: string }
  | { readonly kind: 'json'; readonly text: string }
  | {
      readonly kind: 'refused'
      readonly why: 'empty' | 'dtd' | 'html' | 'not-a-feed'
      readonly message: string
    }

/**
 * Looks only at what comes before the root element. A document type without an internal subset is dropped (old RSS has
 * one); one that declares anything is refused, so that no parser ever meets an entity of the publisher's making.
 */
export function readProlog(body: string): Prolog {
  const start = body.search(/[<{]/)
  if (body.trim() === '') return refused('empty', 'The answer is empty')
  if (start < 0) return refused('not-a-feed', 'The answer is neither XML nor JSON')
  const text = body.slice(start)
  if (text[0] === '{') return { kind: 'json', text }
  return withoutDoctype(text)
}

const refused = (why: 'empty' | 'dtd' | 'html' | 'not-a-feed', message: string): Prolog => ({
  kind: 'refused',
  why,
  message,
})

function withoutDoctype(text: string): Prolog {
  let kept = ''
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    if (open < 0) return refused('not-a-feed', 'The answer has no XML element')
    const close = endOfProlog(text, open)
    if (close === 'root') return rooted(kept + text.slice(at))
    if (close < 0) return refused('not-a-feed', 'The answer ends before its first XML element')
    const part = text.slice(open, close)
    if (isDoctype(part)) {
      if (part.includes('[') || text.startsWith('[', close)) {
        return refused('dtd', 'The feed declares entities of its own (DTD), which is not allowed')
      }
    } else kept += part
    at = close
  }
}

const isDoctype = (part: string) => /^<!doctype/i.test(part)

/** The end of the declaration, comment or document type that opens at `open`; `root` when the root element opens there. */
function endOfProlog(text: string, open: number): number | 'root' {
  if (text.startsWith('<!--', open)) return after(text, '-->', open + 4)
  if (text.startsWith('<?', open)) return after(text, '?>', open + 2)
  if (isDoctype(text.slice(open, open + 9))) return endOfDoctype(text, open)
  if (text[open + 1] === '!') return after(text, '>', open)
  return /[A-Za-z_]/.test(text[open + 1] ?? '') ? 'root' : open + 1
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** Up to `>` or the `[` of an internal subset, whichever comes first. */
function endOfDoctype(text: string, open: number): number {
  const bracket = text.indexOf('[', open)
  const close = text.indexOf('>', open)
  return bracket >= 0 && bracket < close ? bracket + 1 : close < 0 ? -1 : close + 1
}

function rooted(text: string): Prolog {
  const root = /<([A-Za-z_][\w.:-]*)/.exec(text)?.[1]?.toLowerCase()
  if (root === 'html') return refused('html', 'The answer is a web page, not a feed')
  return { kind: 'markup', text }
}
