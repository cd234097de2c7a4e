import { z } from 'zod'
import { fileSchema } from './file-schema.ts'

/** The JSON schema of the configuration file, for editors; generated from the one that checks it. */
export function fileJsonSchema(): string {
  const schema = z.toJSONSchema(fileSchema, { io: 'input', unrepresentable: 'any' })
  return `${JSON.stringify({ ...schema, title: 'Dateline configuration' }, null, 2)}\n`
}
