import type { CommandCall, CommandSpec } from '../../../domain/command.ts'
import { parseCommandLine } from '../../../domain/command-line.ts'
import type { InboundRequest } from '../../../support/inbound.ts'

/** What somebody asked on a page: a typed line, a pressed button, or a form that was filled in. */
export type Asked = Pick<CommandCall, 'command' | 'options' | 'isForm'> & {
  readonly typed?: string
}

export async function readAsked(
  request: Pick<InboundRequest, 'body' | 'headers'>,
  specs: readonly CommandSpec[],
): Promise<Asked> {
  const fields = await readFields(request)
  const action = fields.get('action')
  if (action !== undefined) return { command: 'press', options: { action } }
  const command = fields.get('command')
  if (command !== undefined) return { command, options: optionsOf(fields), isForm: true }
  return readLine(fields.get('line') ?? '', specs)
}

function readLine(typed: string, specs: readonly CommandSpec[]): Asked {
  const parsed = parseCommandLine(typed, specs)
  switch (parsed.kind) {
    case 'command':
      return { command: parsed.command, options: parsed.options, typed }
    case 'unknown':
      return { command: parsed.command, options: {}, typed }
    case 'empty':
      return { command: 'briefing help', options: {}, typed }
  }
}

/** A form as browsers send it; the value of a file is its text. */
async function readFields({
  body,
  headers,
}: Pick<InboundRequest, 'body' | 'headers'>): Promise<ReadonlyMap<string, string>> {
  const type = headers['content-type'] ?? 'application/x-www-form-urlencoded'
  if (!type.startsWith('multipart/form-data'))
    return new Map(new URLSearchParams(Buffer.from(body).toString('utf8')))
  const form = await new Response(Buffer.from(body), {
    headers: { 'content-type': type },
  }).formData()
  const read = [...form].map(
    async ([name, value]): Promise<readonly [string, string]> => [
      name,
      typeof value === 'string' ? value : await value.text(),
    ],
  )
  return new Map(await Promise.all(read))
}

function optionsOf(fields: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const given = [...fields].filter(([name, value]) => name.startsWith('option.') && value !== '')
  return Object.fromEntries(given.map(([name, value]) => [name.slice('option.'.length), value]))
}
