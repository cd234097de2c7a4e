import type { PipeTask } from './task.ts'

/** The tasks of `dateline pipe`, each loaded only when it is called. */
export const tasks: Readonly<Record<string, () => Promise<PipeTask>>> = {
  parse: async () => (await import('./parse.ts')).createParse(),
  extract: async () => (await import('./extract.ts')).createExtract(),
  summarize: async () => (await import('./summarize.ts')).summarize,
  quotes: async () => (await import('./quotes.ts')).quotes,
  group: async () => (await import('./group.ts')).group,
  check: async () => (await import('./check.ts')).check,
  answer: async () => (await import('./answer.ts')).answer,
}
