import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { messagesEn } from '../../../src/domain/wording/messages-en.ts'
import { catalogues, wordingFor } from '../../../src/domain/wording/wording.ts'

type Part = {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
}

/** Literal text and `#` name no value; everything else does. */
const [literal, pound] = [0, 7]

function namesIn(parts: readonly Part[]): readonly unknown[] {
  return parts.flatMap(({ type, value, options = {} }) => [
    ...(type === literal || type === pound ? [] : [value]),
    ...Object.values(options).flatMap((option) => namesIn(option.value)),
  ])
}

const argumentsOf = (message: string) =>
  new Set(namesIn(new IntlMessageFormat(message, 'en').getAst() as readonly Part[]))

describe.each(Object.entries(catalogues))('the catalogue %s', (tag, messages) => {
  test('has every message and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(messagesEn).sort())
  })

  test.each(Object.entries(messages))('%s names the values that English names', (key, message) => {
    const english = (messagesEn as Readonly<Record<string, string>>)[key] ?? ''
    expect(argumentsOf(message)).toEqual(argumentsOf(english))
  })

  test('counts one and many', () => {
    const { say } = wordingFor(tag)
    expect(say('story.sources', { count: 1 })).toMatch(/^1 /)
    expect(say('story.sources', { count: 3 })).toMatch(/^3 /)
    expect(say('story.sources', { count: 1 })).not.toBe(say('story.sources', { count: 3 }))
  })
})

test.each([
  ['de-AT', 'de'],
  ['pt', 'pt-BR'],
  ['ja', 'en'],
])('a reader of %s gets the words of %s', (asked, given) => {
  expect(wordingFor(asked).language).toBe(given)
})
