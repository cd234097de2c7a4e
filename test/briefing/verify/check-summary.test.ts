import { expect, test } from 'vitest'
import { checkSummary } from '../../../src/briefing/verify/check-summary.ts'

const source = [
  'Harbour police arrested two men in Port Ellis on Friday over the theft of 40 bicycles from the ferry terminal.',
  'Inspector Mara Vogel said the men had not been charged. "We are looking for a third suspect," Vogel said.',
  'The National Ferry Company said it would pay each owner £120. Its chief, Jonas Lind, said that he was sorry.',
].join('\n\n')

const kindsOf = (summary: string) =>
  checkSummary({ source, summary }).issues.map(({ kind }) => kind)

test.each([
  'Police arrested two men over the theft of forty bicycles from the ferry terminal in Port Ellis.',
  'The men have not been charged, Inspector Vogel said.',
  'The NFC said it would pay each owner £120, and its chief said he was sorry.',
  'Vogel said: "We are looking for a third suspect."',
])('finds nothing wrong with %j', (summary) => {
  expect(checkSummary({ source, summary })).toMatchObject({ ok: true, issues: [] })
})

test.each([
  ['Police arrested two men in Port Ellis over the theft of 60 bicycles.', 'invented number'],
  ['Police arrested 120 men in Port Ellis over the theft of bicycles.', 'misplaced'],
  ['Police arrested two men in Hamburg over the theft of 40 bicycles.', 'invented name'],
  ['Peter Lind, the chief of the ferry company, said that he was sorry.', 'added given name'],
  ['Police arrested two men in Port Ellis in January.', 'invented date'],
  ['Police have not arrested two men in Port Ellis.', 'negation'],
  ['The men had been charged, Inspector Mara Vogel said.', 'negation'],
  ['Vogel said: "We are looking for a fourth suspect."', 'altered quote'],
  ['The ferry company will pay your owner £120.', 'wrong person'],
  ['Its chief said that she was sorry.', 'wrong person'],
  ['The ferry company is a company for the ferry.', 'repetition'],
])('%j has a fault: %s', (summary, kind) => {
  expect(kindsOf(summary)).toContain(kind)
})

test('an outlet and a day that belong to the article are no inventions', () => {
  const summary = 'Harbour Post reported on Tuesday that police arrested two men in Port Ellis.'
  const publishedAt = new Date('2026-03-03T09:00:00Z')
  expect(kindsOf(summary)).toContain('invented date')
  const told = checkSummary({ source, summary, outlet: 'Harbour Post', publishedAt })
  expect(told).toMatchObject({ ok: true, issues: [] })
})

test('a summary with nothing of the source is not ok, and says which sentence', () => {
  const { ok, score, issues } = checkSummary({
    source,
    summary: 'Two Two singers opened their opera tour in Vienna, 1999.',
  })
  expect(ok).toBe(false)
  expect(score).toBeLessThan(0.5)
  expect(issues.length).toBeGreaterThan(0)
})

test('a number of this week’s date is no licence to count with it', () => {
  const source = 'Inspectors found cracks in two of the eight pillars of the harbour bridge.'
  const about = { source, publishedAt: new Date('2026-03-03T09:00:00Z') }
  const kindsIn = (summary: string) =>
    checkSummary({ ...about, summary }).issues.map(({ kind }) => kind)
  expect(kindsIn('On 5 March inspectors found cracks in two pillars.')).not.toContain(
    'invented number',
  )
  expect(kindsIn('Inspectors found cracks in five pillars.')).toContain('invented number')
})

test('a word said twice in a row is the mark of a patched text', () => {
  expect(kindsOf('Police arrested two men men in Port Ellis on Friday.')).toContain('stutter')
})

test('“our” is nobody’s, unless the article itself speaks so', () => {
  const summary = 'The ferry terminal is where our bicycles were stolen.'
  expect(kindsOf(summary)).toContain('wrong person')
  const own = checkSummary({ source: `${source}\n\nOur ferry terminal is no safe place.`, summary })
  expect(own.issues.map(({ kind }) => kind)).not.toContain('wrong person')
})
