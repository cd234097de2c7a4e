import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommandOption, CommandSpec } from '../../src/domain/command.ts'
import { parseCommandLine } from '../../src/domain/command-line.ts'

function option(name: string, over: Partial<CommandOption> = {}): CommandOption {
  return { name, kind: 'text', description: 'x', required: false, ...over }
}

function spec(name: string, ...options: CommandOption[]): CommandSpec {
  return { name, description: 'x', options, audience: 'everyone' }
}

const specs = [
  spec('briefing now', option('topic', { positional: true }), option('since')),
  spec('briefing latest'),
  spec('feeds add', option('url', { kind: 'url', positional: true }), option('category')),
  spec('feeds'),
  spec('ask', option('question', { positional: true }), option('since')),
  spec(
    'digest create',
    option('name', { positional: true }),
    option('at'),
    option('days'),
    option('exact', { kind: 'boolean' }),
  ),
]

describe('a typed line', () => {
  test.each([
    [
      'feeds add https://a.example/x category:world',
      'feeds add',
      { url: 'https://a.example/x', category: 'world' },
    ],
    [
      'feeds add category:world https://a.example',
      'feeds add',
      { url: 'https://a.example', category: 'world' },
    ],
    ['/briefing feeds add https://a.example', 'feeds add', { url: 'https://a.example' }],
    ['Feeds', 'feeds', {}],
    ['latest', 'briefing latest', {}],
    ['/briefing', 'briefing now', {}],
    ['/briefing since:3d', 'briefing now', { since: '3d' }],
    [
      'ask what did she say since:3d in Berlin?',
      'ask',
      { question: 'what did she say in Berlin?', since: '3d' },
    ],
    ['ask "since:3d means what"', 'ask', { question: 'since:3d means what' }],
    ["ask what's new and who's there", 'ask', { question: "what's new and who's there" }],
    [
      'digest create m at: 08:00 days:mon, tue, wed',
      'digest create',
      { name: 'm', at: '08:00', days: 'mon, tue, wed' },
    ],
    [
      'digest create m --at 08:00 --days=weekdays',
      'digest create',
      { name: 'm', at: '08:00', days: 'weekdays' },
    ],
    [
      'digest create m at:"every 2h" exact:',
      'digest create',
      { name: 'm', at: 'every 2h', exact: 'yes' },
    ],
    ['digest create --exact no m', 'digest create', { name: 'm', exact: 'no' }],
  ])('%s', (line, command, options) => {
    expect(parseCommandLine(line, specs)).toEqual({
      kind: 'command',
      command,
      options,
    })
  })

  test('keeps apart the words that belong to no option', () => {
    expect(parseCommandLine('feeds add https://a.example and more', specs)).toMatchObject({
      options: { url: 'https://a.example', rest: 'and more' },
    })
  })

  test('that begins like no command is unknown', () => {
    expect(parseCommandLine('feed ad https://a.example', specs)).toEqual({
      kind: 'unknown',
      command: 'feed ad',
    })
    expect(parseCommandLine('  ', specs)).toEqual({ kind: 'empty' })
  })

  test('of any letters is sorted without a throw, and names no option that the command does not have', () => {
    fc.assert(
      fc.property(fc.constantFrom(...specs), fc.string({ unit: 'grapheme' }), (command, rest) => {
        const parsed = parseCommandLine(`${command.name} ${rest}`, [command])
        const names = parsed.kind === 'command' ? Object.keys(parsed.options) : []
        const known = ['rest', ...command.options.map(({ name }) => name)]
        expect(names.filter((name) => !known.includes(name))).toEqual([])
      }),
    )
  })
})
