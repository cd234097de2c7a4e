import { describe, expect, test } from 'vitest'
import { commands } from '../../../src/commands/table.ts'
import { commandWords } from '../../../src/domain/wording/command-words.ts'
import { commandTree } from '../../../src/platforms/discord/listen/command-tree.ts'

type Named = {
  readonly name: string
  readonly name_localizations?: Readonly<Record<string, string>>
  readonly description?: string
  readonly options?: readonly Named[]
}

const offered = commands.filter(({ isHidden }) => !isHidden)
const tree = commandTree(offered) as unknown as readonly Named[]

function* levels(siblings: readonly Named[]): Generator<readonly Named[]> {
  yield siblings
  for (const { options = [] } of siblings) yield* levels(options)
}

describe('the words of commands', () => {
  test('are there for every name of a command and of an option', () => {
    const names = offered.flatMap(({ name, options }) => [
      ...name.split(' '),
      ...options.map((option) => option.name),
    ])
    expect(names.filter((name) => commandWords[name] === undefined)).toEqual([])
  })

  test('name nothing twice in one place, in any language', () => {
    for (const siblings of levels(tree)) {
      for (const locale of ['de', 'fr', 'es-ES', 'es-419', 'pt-BR']) {
        const names = siblings.map((each) => each.name_localizations?.[locale] ?? each.name)
        expect(new Set(names).size, `${locale}: ${names}`).toBe(names.length)
      }
    }
  })

  test('are what Discord takes for a name', () => {
    const all = Object.values(commandWords).flatMap((words) => Object.values(words))
    expect(all.filter((word) => !/^[-\p{Ll}\p{N}]{1,32}$/u.test(word))).toEqual([])
  })

  test('stand with a sentence wherever a person chooses', () => {
    const all = [...levels(tree)].flat().filter(({ description }) => description !== undefined)
    expect(all.filter(({ name, description }) => description === name)).toEqual([])
  })
})
