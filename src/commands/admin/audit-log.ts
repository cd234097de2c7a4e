import { changedFields } from '../../domain/changed-fields.ts'
import { strong, text } from '../../domain/document.ts'
import type { Command } from '../command.ts'
import { done, heading, list, paragraph } from '../reply.ts'
import { timeWords } from '../times.ts'

const entriesShown = 20
const longestState = 160

export const auditLog: Command = {
  name: 'audit',
  description: 'command.audit',
  options: [],
  audience: 'admins',
  examples: [{ line: 'audit', says: 'Nothing was changed yet' }],
  run: async (call) => {
    const { wording } = call
    const entries = await call.remember((memory) => memory.listAudit(entriesShown))
    if (entries.length === 0) return done(paragraph(wording.say('audit.none')))
    return done(
      heading(wording.say('audit.title', { count: entries.length })),
      list(
        entries.map(({ at, name, what, before, after }) => [
          strong(what.replace(/ confirmed$/, '')),
          text(` · ${name} · ${timeWords(at, call)}${changeWords(before, after)}`),
        ]),
      ),
    )
  },
}

/** Only what differs, and what says something: `stories: 7 → 5`; of what is new, `name: Wire One`. */
function changeWords(before: unknown, after: unknown): string {
  const isNew = before === undefined || before === null
  const changes = changedFields(before, after)
    .filter((field) => ![field.before, field.after].every((state) => plain.includes(state)))
    .map((field) => `${field.name}: ${isNew ? '' : `${field.before} → `}${field.after}`)
  return changes.length === 0 ? '' : ` · ${changes.join(', ').slice(0, longestState)}`
}

/** How it is when nobody has chosen anything. */
const plain: readonly string[] = ['–', '', '[]', 'false']
