import { z } from 'zod'
import { fileSchema } from '../../src/config/file-schema.ts'
import { variables } from '../../src/config/variables.ts'

type Schema = {
  readonly type?: string
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** `docs/configuration.md`, from the schemas that check the settings. */
export function configurationPage(): string {
  const schema = z.toJSONSchema(fileSchema, { io: 'input', unrepresentable: 'any' }) as Schema
  return `# Configuration

This page is generated from the schemas that check the settings (\`npm run docs\`).

Two things configure Dateline: the file \`config/dateline.yaml\` says what is read and where it is posted; the environment
holds secrets and addresses. Every mistake is told at start, all at once, each with its place and its mend:
\`dateline doctor\` checks without starting.

## The file

Its place can be changed with \`DATELINE_CONFIG\`. Unknown keys are mistakes. \`config/dateline.schema.json\` lets editors
complete it.

\`dateline config check\` tells every mistake in it; \`dateline config diff\` shows what it would change of what stands, and
changes nothing. \`config export\`, typed in a channel or a terminal, writes the file that recreates that workspace's feeds,
digests and filters. A running bot applies the file whenever it changes; one with mistakes changes nothing, and admins are told.

${Object.entries(schema.properties ?? {})
  .map(([name, part]) => filePart(name, part))
  .join('\n\n')}

## The environment

\`.env.example\` has them all; \`npm start\` reads \`.env\`. Every variable marked *secret* can also come from a file:
\`NAME_FILE=/run/secrets/name\`. A platform whose variables are absent is not started; one whose variables are half there is a
mistake.

${[...new Set(variables.map(({ group }) => group))].map(environmentGroup).join('\n\n')}
`
}

function filePart(name: string, part: Schema): string {
  const item = part.items
  const heading = `### \`${name}\`\n\n${part.description ?? ''}`
  if (!item?.properties) return heading
  const rows = Object.entries(item.properties).flatMap(([key, value]) =>
    rowsOf(key, value, item.required?.includes(key) ?? false),
  )
  return `${heading}\n\n${table(['key', 'value', 'default', 'meaning'], rows)}`
}

function rowsOf(key: string, value: Schema, isRequired: boolean): readonly (readonly string[])[] {
  const fallback =
    value.default === undefined ? (isRequired ? '*needed*' : '') : code(value.default)
  const own = [`\`${key}\``, kindOf(value), fallback, value.description ?? '']
  const inner = (value.anyOf ?? []).flatMap((one) =>
    Object.entries(one.properties ?? {}).map(([name, part]) => [`${key}.${name}`, part] as const),
  )
  const once = [...new Map(inner)]
  return [own, ...once.flatMap(([name, part]) => rowsOf(name, part, false))]
}

function kindOf(value: Schema): string {
  if (value.const !== undefined) return code(value.const)
  if (value.enum) return value.enum.map(code).join(', ')
  if (value.anyOf) return [...new Set(value.anyOf.map(kindOf))].join(', or ')
  if (value.type === 'array') return `a list: ${kindOf(value.items ?? {})}`
  if (value.type === 'object') return 'keys of its own'
  return value.type === 'string' ? 'text' : (value.type ?? 'text')
}

function environmentGroup(group: string): string {
  const rows = variables
    .filter((variable) => variable.group === group)
    .map(({ name, example, meaning, secret }) => [
      `\`${name}\``,
      example === '' ? '' : `\`${example}\``,
      secret ? `${meaning} *Secret.*` : meaning,
    ])
  return `### ${group}\n\n${table(['variable', 'default', 'meaning'], rows)}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}
