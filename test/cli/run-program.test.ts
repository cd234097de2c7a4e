import { expect, test } from 'vitest'
import { families } from '../../src/cli/command-program.ts'
import { programs } from '../../src/cli/programs.ts'
import { commands } from '../../src/commands/table.ts'
import { run } from './terminal.ts'

test('without a program it lists them all, and that is wrong use', async () => {
  const { code, out } = await run([])
  expect(code).toBe(2)
  for (const name of Object.keys(programs)) expect(out).toContain(`\n  ${name} `)
})

test('an unknown program is told with those that there are', async () => {
  const { code, out, err } = await run(['breif'])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('there is no program "breif". There are: ')
})

test.each(Object.keys(programs))('%s explains itself', async (name) => {
  const { code, out, err } = await run([name, '--help'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain(`usage: dateline ${name}`)
})

const strict = Object.keys(programs).filter((name) => !(name in families))

test.each(strict)('%s refuses an option that it does not have', async (name) => {
  const { code, err } = await run([name, '--no-such-option'])
  expect(code).toBe(2)
  expect(err).toContain(`usage: dateline ${name}`)
  expect(err).not.toContain('    at ')
})

test('every command of the table that can be typed has its program', () => {
  const typed = commands.filter(({ isHidden }) => !isHidden).map(({ name }) => name.split(' ')[0])
  const known = new Set(Object.keys(programs))
  expect([...new Set(typed)].filter((word) => !known.has(word ?? ''))).toEqual([])
})
