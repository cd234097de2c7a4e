import { charactersIn, componentsIn, type Part } from './components.ts'

export type Budget = { readonly components: number; readonly characters: number }

/** The parts over as few messages as hold them, in order; texts that follow one another become one. */
export function intoMessages(parts: readonly Part[], budget: Budget): readonly (readonly Part[])[] {
  const messages: Part[][] = []
  for (const part of parts) {
    const last = messages.at(-1)
    const joined = last && withPart(last, part)
    if (joined && isWithin(joined, budget)) messages.splice(-1, 1, joined)
    else messages.push([part])
  }
  return messages.map(withoutEdgeSeparators).filter((message) => message.length > 0)
}

function isWithin(parts: readonly Part[], budget: Budget): boolean {
  const sum = (count: (part: Part) => number) => parts.reduce((all, part) => all + count(part), 0)
  return sum(componentsIn) <= budget.components && sum(charactersIn) <= budget.characters
}

function withPart(parts: readonly Part[], part: Part): Part[] {
  const last = parts.at(-1)
  if (last?.type !== 10 || part.type !== 10) return [...parts, part]
  return [...parts.slice(0, -1), { type: 10, content: `${last.content}\n${part.content}` }]
}

function withoutEdgeSeparators(parts: readonly Part[]): readonly Part[] {
  const from = parts.findIndex(({ type }) => type !== 14)
  const to = parts.findLastIndex(({ type }) => type !== 14)
  return from === -1 ? [] : parts.slice(from, to + 1)
}
