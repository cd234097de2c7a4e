import { type Span, strong, text } from '../../domain/document.ts'
import type { Command, ReadyCall } from '../command.ts'
import { commandLine } from '../command-line.ts'
import { nearest } from '../nearest.ts'
import { done, failed, footer, heading, list, paragraph } from '../reply.ts'
import { textOption } from '../shared-options.ts'

const first = ['briefing now', 'ask', 'summarize', 'story search', 'follow', 'briefing me']

/** The help needs the table that it stands in itself. */
export function createHelp(table: () => readonly Command[]): Command {
  return {
    name: 'briefing help',
    description: 'command.briefingHelp',
    options: [textOption('command', 'option.command', { positional: true })],
    audience: 'everyone',
    examples: [
      { line: 'help', says: 'ask' },
      { line: 'help feeds add', says: 'url' },
      { line: 'help fly', says: 'no command “fly”' },
    ],
    run: (call) => {
      const typed = call.options.command?.toLowerCase()
      const visible = table().filter(({ isHidden }) => !isHidden)
      return Promise.resolve(
        typed === undefined ? overview(visible, call) : helpOn(typed, visible, call),
      )
    },
  }
}

function overview(visible: readonly Command[], call: ReadyCall) {
  const { wording, may } = call
  const lines = first.flatMap((name) => visible.find((each) => each.name === name) ?? [])
  const admins = visible.filter(({ audience }) => audience === 'admins').map(({ name }) => name)
  return done(
    heading(wording.say('help.title')),
    list(lines.map((command) => commandLine(command, wording))),
    ...(may('all') ? [paragraph(wording.say('help.admins', { commands: admins.join(', ') }))] : []),
    footer(wording.say('help.privacy')),
  )
}

function helpOn(typed: string, visible: readonly Command[], call: ReadyCall) {
  const { wording } = call
  const command =
    visible.find(({ name }) => name === typed) ??
    visible.find(({ name }) => name === `briefing ${typed}`)
  const group = visible.filter(({ name }) => name.startsWith(`${typed} `))
  if (!command && group.length > 0)
    return done(list(group.map((each) => commandLine(each, wording))))
  if (!command) {
    const names = visible.map(({ name }) => name)
    const near = nearest(typed, names).join(', ')
    return near === ''
      ? failed(wording.say('fault.unknownCommand', { command: typed }))
      : failed(wording.say('fault.nearCommand', { command: typed, near }))
  }
  return done(
    heading(command.name),
    paragraph(wording.say(command.description)),
    ...(command.options.length > 0
      ? [list(command.options.map((option) => optionLine(option, call)))]
      : []),
    ...command.examples
      .slice(0, 1)
      .map(({ line }) => footer(wording.say('help.example', { line }))),
  )
}

function optionLine(
  { name, description, choices, required }: Command['options'][number],
  { wording }: ReadyCall,
): readonly Span[] {
  const words = [
    wording.say(description),
    ...(choices ? [choices.join(', ')] : []),
    ...(required ? [wording.say('help.required')] : []),
  ]
  return [strong(name), text(` · ${words.join(' · ')}`)]
}
