import { describe, expect, test } from 'vitest'
import { findQuotes } from '../../../src/briefing/quotes/find-quotes.ts'

/** Each quotation as "words" — name, role. */
function told(text: string): readonly string[] {
  return findQuotes({ text }).map(({ text: words, speaker }) =>
    [`${words} —`, speaker?.name ?? 'nobody', speaker?.role ?? ''].join(' ').trim(),
  )
}

const speakers = (text: string) => findQuotes({ text }).map((quote) => quote.speaker?.name)

describe('marks of quotation', () => {
  const said = 'We will open the bridge on Monday'
  test.each([
    [`"${said}," Ana Ruiz said.`],
    [`“${said},” Ana Ruiz said.`],
    [`''${said},'' Ana Ruiz said.`],
    [`\`\`${said},'' Ana Ruiz said.`],
    [`‘${said},’ Ana Ruiz said.`],
    [`'${said},' Ana Ruiz said.`],
    [`«${said}», Ana Ruiz said.`],
    [`« ${said} », Ana Ruiz said.`],
    [`»${said}«, Ana Ruiz said.`],
    [`„${said}“, Ana Ruiz said.`],
    [`„${said}”, Ana Ruiz said.`],
  ])('are understood in %s', (text) => {
    expect(told(text).map((one) => one.replace(',', ''))).toEqual([`${said} — Ana Ruiz`])
  })

  test('inside other marks belong to the words', () => {
    expect(told('“They call it “the harbour queen” for good reason,” Ana Ruiz said.')).toEqual([
      'They call it “the harbour queen” for good reason, — Ana Ruiz',
    ])
  })

  test('left open at the end of a paragraph go on in the next', () => {
    const text = `"The bridge is old," Ana Ruiz told the council. "It has carried the town for ninety years.

"But no bridge carries a town for ever."`
    expect(speakers(text)).toEqual(['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz'])
  })

  test('are not apostrophes, feet or inches', () => {
    expect(told(`The '90s pier is 6'2" high and the fishermen's union won't move it.`)).toEqual([])
  })
})

describe('a speaker', () => {
  test('is named in full from the first mention, with the role that the text gives', () => {
    const text = `Harbour mayor Ana Ruiz opened the bridge on Monday.

"It is the longest day of my life," Ruiz said.`
    expect(told(text)).toEqual(['It is the longest day of my life, — Ana Ruiz Harbour mayor'])
  })

  test('has the role that follows the name', () => {
    expect(
      told('"We are late again," said Lowell Adams, chief executive of Harbour Lines.'),
    ).toEqual(['We are late again, — Lowell Adams chief executive of Harbour Lines'])
  })

  test('is whom a pronoun means, never the pronoun', () => {
    const text = `Ana Ruiz met the builder, Karl Brandt, on the quay.

"He has promised me the bridge by May," she said.

"And I keep my promises," he said.`
    expect(speakers(text)).toEqual(['Ana Ruiz', 'Karl Brandt'])
  })

  test('is the subject of the sentence before where no verb of speech stands by', () => {
    const text =
      'Brandt told the harbour board that Ruiz was right. "We, as the mayor says, do not want delays."'
    expect(speakers(`Karl Brandt built the bridge for Ana Ruiz. ${text}`)).toEqual(['Karl Brandt'])
  })

  test('holds on through a quotation that its attribution interrupts', () => {
    expect(
      speakers('"We are ready," Ana Ruiz said, "and the bridge is too. We open on Monday."'),
    ).toEqual(['Ana Ruiz', 'Ana Ruiz'])
  })

  test('is called by the noun of the text where it has no name', () => {
    expect(speakers('"It will hold," said a spokesman for the port.')).toEqual([
      'a spokesman for the port',
    ])
  })

  test('stays unknown where the text does not tell', () => {
    expect(speakers('"It will hold, whatever they say about it."')).toEqual([undefined])
  })
})

describe('key quotes', () => {
  test('are never scraps, titles or words of irony', () => {
    const text = `Ana Ruiz called the bridge "safe" after reading "The Art of Building Bridges". "We have tested every beam of it twice," she said.`
    expect(
      findQuotes({ text })
        .filter((quote) => quote.isKey)
        .map((quote) => quote.text),
    ).toEqual(['We have tested every beam of it twice,'])
  })
})

describe('who speaks', () => {
  test('is not whoever is told', () => {
    const text =
      'Ana Ruiz, author of "Bridges: a Short History," told Wire One, "There are cracks in every girder of it."'
    expect(speakers(text).at(-1)).toBe('Ana Ruiz')
  })

  test('has a name apart from titles that are all in capitals with it', () => {
    const text = `"The radio in his pocket saved him," said Norwick Police Chief Lena Holm.

"It is like losing a child," Holm said.`
    expect(told(text)).toEqual([
      'The radio in his pocket saved him, — Lena Holm Norwick Police Chief',
      'It is like losing a child, — Lena Holm Norwick Police Chief',
    ])
  })

  test('is found behind a verb of two words', () => {
    const text =
      '"We are not going to call it a ferry," chimed in Lena Holm, owner of the "Old Pier" Fishbook page.'
    expect(speakers(text)[0]).toBe('Lena Holm')
  })

  test.each([
    ['"We will wait for the tide," said Sen. Ana Ruiz.', 'Ana Ruiz Senator'],
    ['"We will wait for the tide," said Maj. Gen. Karl Brandt.', 'Karl Brandt Major General'],
    ['"We will wait for the tide," said his wife, Lena Holm.', 'Lena Holm'],
    [
      '"We will wait for the tide," said Ine Berg, the mayor of Norwick.',
      'Ine Berg mayor of Norwick',
    ],
    ['"We will wait for the tide," said Mr Justice Holm.', 'Holm Justice'],
    [
      '"We will wait for the tide," said Director General of the Health Services Lena Holm.',
      'Lena Holm Director General of the Health Services',
    ],
  ])('has a role that says something, in full: %s', (text, speaker) => {
    expect(told(text)).toEqual([`We will wait for the tide, — ${speaker}`])
  })

  test.each([
    'Norwick waits. "The tide will be back before the evening and so will all of us."',
    'The report waits on the desk. "The tide will be back before the evening and so will all of us."',
  ])('is no place and no thing in a key quote: %s', (text) => {
    expect(findQuotes({ text }).filter(({ isKey }) => isKey)).toEqual([])
  })

  test('says no markup and no account names in a key quote', () => {
    const text =
      '“I love @NorwickFerry and will ride it every single day of the week,” said Ana Ruiz.'
    expect(findQuotes({ text }).filter(({ isKey }) => isKey)).toEqual([])
  })
})
