import { describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/table.ts'
import { aCaller, aDesk, wordsOf } from './a-desk.ts'

const examples = commands.flatMap(({ name, isHidden = false, examples: own }) =>
  own.map((example) => ({ ...example, name, isHidden })),
)

describe('the example', () => {
  test.each(examples)('$line', async ({ line, says, isHidden }) => {
    const sample = await aDesk()
    const reply = isHidden
      ? await sample.desk.run({ id: 'call', command: line, options: {}, caller: aCaller() })
      : await sample.type(line)
    expect(sample.told.faults).toEqual([])
    expect(wordsOf(reply)).toContain(says)
  })
})

test('every command that is offered for typing has an example', () => {
  const bare = commands.filter((command) => !command.isHidden && command.examples.length === 0)
  expect(bare.map(({ name }) => name)).toEqual([])
})
