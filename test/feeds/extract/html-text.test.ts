import { expect, test } from 'vitest'
import { htmlToText } from '../../../src/feeds/extract/html-text.ts'

test.each([
  ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['two line breaks', 'One<br><br>Two<br>Three', 'One\n\nTwo Three'],
  ['entities', 'Fish &amp; chips&nbsp;&eacute;', 'Fish & chips é'],
  ['scripts and styles', '<style>p{}</style><script>alert(1)</script>One', 'One'],
  ['a comparison', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['list items', '<ul><li>One<li>Two</ul>', 'One\n\nTwo'],
  ['an unclosed tag', 'One <b>two', 'One two'],
  ['nothing', '', ''],
])('reads %s', (_what, html, text) => {
  expect(htmlToText(html).text).toBe(text)
})

test('marks headings', () => {
  const { text, headings } = htmlToText('<h2>Head</h2><p>Body</p>')
  expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual(['Head'])
})

test.each([
  ['spaces', ' '.repeat(200_000)],
  ['opening brackets', '<'.repeat(200_000)],
  ['script tags', '<script'.repeat(40_000)],
  ['nested elements', '<div>'.repeat(200_000)],
  ['comments without end', '<!--'.repeat(80_000)],
  ['open quotes', '<a title="'.repeat(40_000)],
  ['broken ends', '</'.repeat(120_000)],
])(
  'reads many %s at a cost that grows with their number, or the test would not end in its time',
  (_what, html) => {
    expect(htmlToText(html).text.length).toBeLessThanOrEqual(html.length)
  },
)
