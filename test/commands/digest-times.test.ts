import { expect, test } from 'vitest'
import { aCaller, aDesk, wordsOf } from './a-desk.ts'

test('tells when a schedule would come, and makes no digest', async () => {
  const { desk, type } = await aDesk()
  const options = {
    name: 'dusk',
    time: '18:30',
    days: 'mon',
    timezone: 'Europe/Berlin',
    stories: '5',
  }
  const caller = aCaller()
  const reply = await desk.run({ id: 'call', command: 'digest times', options, caller })
  expect(wordsOf(reply)).toContain('18:30')
  expect(wordsOf(await type('digest list'))).not.toContain('dusk')
})
