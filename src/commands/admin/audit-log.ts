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
          strong(what),
          text(` · ${name} · ${timeWords(at, call)}${changeWords(before, after)}`),
        ]),
      ),
    )
  },
}

/** Only what differs: `stories: 7 → 5`. */
function changeWords(before: unknown, after: unknown): string {
  const changes = changedFields(before, after).map(
    (field) => `${field.name}: ${field.before} → ${field.after}`,
  )
  return changes.length === 0 ? '' : ` · ${changes.join(', ').slice(0, longestState)}`
}
