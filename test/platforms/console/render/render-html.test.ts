import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { digestDocuments } from '../../../../src/domain/digest-document.ts'
import type { Document } from '../../../../src/domain/document.ts'
import { actionId } from '../../../../src/domain/ids.ts'
import { wordingFor } from '../../../../src/domain/wording/wording.ts'
import { renderHtml } from '../../../../src/platforms/console/render/render-html.ts'
import { aDigest } from '../../../domain/a-digest.ts'

const read = (document: Document) =>
  parseHTML(`<html><body>${renderHtml(document)}</body></html>`).document

test('shows a story with its points, its quote and where to read it', () => {
  const story = digestDocuments(aDigest(), wordingFor('en')).replies[0] as Document
  const page = read(story)
  expect(page.querySelector('h2')?.textContent).toContain('Harbour bridge closed')
  expect(page.querySelector('blockquote')?.textContent).toBe(
    '“We will not open it on a good guess”',
  )
  expect(page.querySelector('figcaption a')?.getAttribute('href')).toMatch(/#:~:text=We%20will/)
  expect(page.querySelector('.sources a')?.getAttribute('title')).toBe('wire-one.example')
  expect(page.querySelectorAll('button')).toHaveLength(0)
})

test('offers the buttons that are recorded', () => {
  const actions = [
    { label: 'Ask', command: 'ask', options: {}, id: actionId('a1') },
    { label: 'Lost', command: 'ask', options: {} },
  ]
  const page = read({ blocks: [{ kind: 'actions', actions }], fallback: '' })
  const buttons = [...page.querySelectorAll('button')]
  expect(buttons.map((button) => [button.textContent, button.getAttribute('value')])).toEqual([
    ['Ask', 'a1'],
  ])
})

test('turns no foreign word into an element, and no address into a script', () => {
  const evil = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>"
  const page = read({
    blocks: [
      { kind: 'heading', text: evil, aside: evil },
      { kind: 'quote', text: evil, speaker: evil, source: evil, url: 'javascript:alert(1)' },
      { kind: 'sources', items: [{ name: evil, url: `https://x.example/?q=${evil}`, note: evil }] },
      {
        kind: 'paragraph',
        spans: [
          { kind: 'text', text: evil, strong: true },
          { kind: 'code', text: evil },
        ],
      },
    ],
    fallback: '',
  })
  expect(page.querySelectorAll('script, img')).toHaveLength(0)
  expect(page.querySelectorAll('a[href^=javascript]')).toHaveLength(0)
})
