import type { Command } from '../../src/commands/command.ts'
import { commands } from '../../src/commands/table.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { firstDigest } from '../commands/first-digest.ts'

const { say } = wordingFor('en')

/** `docs/commands.md`, from the table of commands; its examples are run as tests. */
export function commandsPage(): string {
  const visible = commands.filter(({ isHidden }) => !isHidden)
  return `# Commands

This page is generated from the table of commands (\`npm run docs\`); every example is run as a test.

The same commands stand behind Slack, Discord, the console page and the command line. On Slack most of them begin with
\`/briefing\`: \`/briefing feeds list\`. Options are written \`name:value\`; a value with spaces stands in quotes; the first
words without a name go to the option marked *first*. Times, days, lengths of time, languages and time zones are read as
people write them: \`8am\`, \`weekdays\`, \`2 weeks\`, \`German\`, \`Berlin\`.

Answers go to whoever asked, and to nobody else unless they share them. What takes something away asks first and can be
undone for 30 days. What the configuration file manages is changed there alone.

## From nothing to the first digest

${firstDigest.map((step, at) => `${at + 1}. \`${step.line}\` → “${step.says}”${'press' in step ? ', and press *Add*' : ''}`).join('\n')}

## For everyone

${visible
  .filter(({ audience }) => audience === 'everyone')
  .map(section)
  .join('\n\n')}

## For admins

Admins are those whom the platform calls so: on Slack the workspace's admins and owners, on Discord whoever may manage the
server. They can give others the right to change feeds, digests, filters or the budget: \`permissions grant:@name area:feeds\`; on
Discord a role can have it too: \`permissions grant:@role area:feeds\`. Guests, and people of another workspace who share a
channel, may read and ask; nothing of theirs is kept, and nothing is changed for them. Every change, and every refusal, is in the audit log.

${visible
  .filter(({ audience }) => audience === 'admins')
  .map(section)
  .join('\n\n')}
`
}

function section({ name, description, options, examples }: Command): string {
  const rows = options.map((option) => {
    const marks = [
      ...(option.required ? ['*needed*'] : []),
      ...(option.positional ? ['*first*'] : []),
      ...(option.choices ?? []).map((choice) => `\`${choice}\``),
    ]
    const meaning = cell(say(option.description))
    return `| \`${option.name}\` | ${[meaning, marks.join(', ')].filter(Boolean).join('; ')} |`
  })
  const table = rows.length > 0 ? `\n\n| option | meaning |\n| --- | --- |\n${rows.join('\n')}` : ''
  const lines = examples.map(({ line, says }) => `- ${code(line)} → “…${says}…”`)
  return `### \`${name}\`\n\n${say(description)}.${table}\n\n${lines.join('\n')}`
}

function cell(words: string): string {
  return words.replaceAll('|', '\\|').replaceAll('*', '\\*')
}

/** Example addresses are code, so that no reader's page makes links of them. */
function code(line: string): string {
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``
}
