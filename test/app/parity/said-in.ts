import type { Block, Document, Span } from '../../../src/domain/document.ts'

/** The words of a document in the order of reading, as they can be compared. */
export function saidIn({ blocks }: Document): readonly string[] {
  return blocks
    .flatMap(wordsOf)
    .map(comparable)
    .filter((words) => words !== '')
}

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text, block.aside ?? '']
    case 'paragraph':
      return spans(block.spans)
    case 'list':
      return block.items.flatMap(spans)
    case 'headlines':
      return block.items.flatMap(({ text, aside }) => [text, aside])
    case 'quote':
      return [block.text, block.speaker, block.source]
    case 'sources':
      return block.items.flatMap(({ name, note }) => [name, note ?? ''])
    case 'fields':
      return block.items.flatMap(({ name, value }) => [name, ...spans(value)])
    case 'notice':
    case 'footer':
      return [block.text]
    default:
      return []
  }
}

/** Times and channels are left out: each reader sees their own. */
function spans(all: readonly Span[]): readonly string[] {
  return all.flatMap((span) => (span.kind === 'time' || span.kind === 'channel' ? [] : [span.text]))
}

const ours: readonly (readonly [RegExp, string])[] = [
  // Each face has a channel, a digest, an admin and ids of its own.
  [/<#\w+>|\b(?:slack|discord|console):\w+|\bmain\b/g, ' place '],
  [/\b(morning)-(?:slack|discord|console)\b/g, '$1'],
  [/\boperator\b/g, 'Ana'],
  [/(?:command-)?[\w-]{22}(?=$|[\s,])/g, ' id '],
  // A terminal numbers its links as answers number their passages.
  [/\[\d+\]/g, ' '],
  // The command line runs by the machine's own clock, minutes apart.
  [/\(UTC\)|\d\d:\d\d/g, ' '],
  [
    /(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)? ?\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/gi,
    ' ',
  ],
]

/** Letters and figures alone: marks, spaces and signs of markup are each renderer's own. */
function comparable(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  const named = ours.reduce((words, [pattern, by]) => words.replace(pattern, by), line)
  return named.replace(/[^\p{L}\p{N}]/gu, '')
}

/** The first words that are not shown after those before them; undefined when all are there in their order. */
export function missingIn(shown: readonly string[], said: readonly string[]): string | undefined {
  const text = shown.map(comparable).join('')
  let from = 0
  return said.find((words) => {
    const at = text.indexOf(words, from)
    from = at + words.length
    return at === -1
  })
}

export function buttonsOf({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'actions' ? block.actions.map(({ label }) => label) : [],
  )
}
