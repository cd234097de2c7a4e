const marks: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―]/g, '-'],
  [/…/g, '...'],
  [/\s+/g, ' '],
]

/** Whether a text still has the words; marks and spaces set in another way change nothing. */
export function contains(text: string, words: string): boolean {
  return folded(text).includes(folded(words))
}

function folded(text: string): string {
  return marks.reduce((result, [mark, plain]) => result.replace(mark, plain), text).toLowerCase()
}
