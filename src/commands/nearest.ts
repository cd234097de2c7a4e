/** Those of the known words that a slip of the fingers could have made into what was typed; the likeliest first. */
export function nearest(typed: string, known: readonly string[], limit = 3): readonly string[] {
  const wanted = typed.toLowerCase().slice(0, longestWord)
  return known
    .map((word) => ({ word, cost: costOf(wanted, word.toLowerCase()) }))
    .filter(({ word, cost }) => cost <= Math.max(2, word.length / 3))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, limit)
    .map(({ word }) => word)
}

/** Nobody means a word by typing more than this. */
const longestWord = 60

function costOf(typed: string, word: string): number {
  return word.startsWith(typed) && typed.length > 1 ? 0.5 : distance(typed, word)
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (let to = 0; to < other.length; to += 1) {
      const change = (row[to] ?? 0) + (other.charAt(to) === letter ? 0 : 1)
      next.push(Math.min(change, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
