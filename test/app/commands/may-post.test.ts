import { expect, test } from 'vitest'
import { mayPost } from '../../../src/app/commands/may-post.ts'
import { consoleCaller } from '../../../src/app/console.ts'
import type { Caller } from '../../../src/domain/command.ts'

const here = { platform: 'slack', id: 'C1' } as const
const caller: Caller = { ...consoleCaller, platform: 'slack', channel: here }
const no = { mayPostElsewhere: async () => false }
const yes = { mayPostElsewhere: async () => true }

test('a digest may always go to the channel in which it is asked for', async () => {
  expect(await mayPost(caller, here, no)).toBe(true)
})

test('whether it may go elsewhere is the platform’s to say', async () => {
  const elsewhere = { platform: 'slack', id: 'C2' } as const
  expect(await mayPost(caller, elsewhere, no)).toBe(false)
  expect(await mayPost(caller, elsewhere, yes)).toBe(true)
})

test('nobody sends a digest to another platform', async () => {
  expect(await mayPost(caller, { platform: 'discord', id: 'C1' }, yes)).toBe(false)
})
