import type { CommandDesk, Reply } from '../domain/command.ts'
import { redact } from '../support/redact.ts'

/** The same desk, whose answers and files show no secret: a token in a feed's address, a password in a fault. */
export function discreet(desk: CommandDesk): CommandDesk {
  return {
    ...desk,
    async run(call) {
      const { document, file, ...rest }: Reply = await desk.run(call)
      return {
        ...rest,
        document: withoutSecrets(document),
        ...(file && { file: { ...file, text: redact(file.text) } }),
      }
    },
  }
}

/** What buttons carry and links open has to stay whole; nobody reads it. */
const unread = new Set(['options', 'url', 'id', 'command'])

function withoutSecrets<Value>(value: Value): Value {
  if (typeof value === 'string') return redact(value) as Value
  if (Array.isArray(value)) return value.map(withoutSecrets) as Value
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    unread.has(key) ? each : withoutSecrets(each),
  ])
  return Object.fromEntries(entries) as Value
}
