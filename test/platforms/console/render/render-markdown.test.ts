import { expect, test } from 'vitest'
import { digestDocuments } from '../../../../src/domain/digest-document.ts'
import { type Document, strong, text } from '../../../../src/domain/document.ts'
import { wordingFor } from '../../../../src/domain/wording/wording.ts'
import { renderMarkdown } from '../../../../src/platforms/console/render/render-markdown.ts'
import { aDigest } from '../../../domain/a-digest.ts'

const { parent, replies } = digestDocuments(aDigest(), wordingFor('en'))

test('writes a digest and its stories as Markdown', () => {
  expect(renderMarkdown(parent)).toBe(
    [
      '## Morning briefing · Tuesday 2 December',
      '',
      '*1 story from 38 articles*',
      '',
      '1. **Harbour bridge closed after inspectors find cracks** (1 source)',
      '',
      '*Read 12 feeds*',
      '',
    ].join('\n'),
  )
  expect(renderMarkdown(replies[0] as Document)).toBe(
    [
      '## 1 · Harbour bridge closed after inspectors find cracks',
      '',
      '- The harbour bridge was closed to all traffic on Tuesday.',
      '',
      '> “We will not open it on a good guess”  ',
      '> **Marta Lindqvist, chief engineer** · Wire One, 2 Dec · verified in source · ' +
        '[see it in the article](https://wire-one.example/bridge#:~:text=We%20will%20not%20open%20it%20on%20a%20good%20guess)',
      '',
      '[Wire One](https://wire-one.example/bridge)',
      '',
    ].join('\n'),
  )
})

test('turns no foreign word into markup', () => {
  const evil = '- [click](https://evil.example) **now** <b>`x` & 1. # ~~no~~\n## not a heading'
  const document: Document = {
    blocks: [
      { kind: 'paragraph', spans: [text(evil)] },
      { kind: 'list', ordered: false, items: [[strong(` ${evil} `)]] },
      { kind: 'fields', items: [{ name: 'Code', value: [{ kind: 'code', text: 'a `` b' }] }] },
    ],
    fallback: '',
  }
  const shown = renderMarkdown(document)
  expect(shown).not.toMatch(/(?<!\\)[[<]|^#|(?<![\\~])~~/m)
  expect(shown.startsWith('\\- \\[click\\]')).toBe(true)
  expect(shown).toContain('``` a `` b ```')
})
