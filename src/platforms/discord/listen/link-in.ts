import type { Message } from './interaction.ts'

const address = /https?:\/\/[^\s<>()"'\\|]+/

/** The first link of a message: in its text, else in what it shows as buttons, components or embeds. */
export function linkIn(message: Message | undefined): string | undefined {
  const inText = address.exec(message?.content ?? '')?.[0]
  return inText ?? urlIn(message?.components) ?? urlIn(message?.embeds)
}

/** Texts that are addresses, and addresses within texts, in the order in which a reader meets them. */
function urlIn(value: unknown): string | undefined {
  if (typeof value === 'string') return address.exec(value)?.[0]
  if (typeof value !== 'object' || value === null) return undefined
  for (const inner of Object.values(value)) {
    const found = urlIn(inner)
    if (found !== undefined) return found
  }
  return undefined
}
