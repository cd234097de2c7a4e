import type { Range } from '../../domain/passage.ts'
import { metadataPrefixOf } from '../text/metadata-line.ts'
import { maxTextLength } from '../text/paragraphs.ts'
import { segmenterOf } from '../text/segmenter.ts'
import { stopWords } from '../text/stop-words.ts'

export type Sentence = Range & { readonly text: string; readonly paragraph: number }

/** Ends no sentence, whatever follows. */
const hardAbbreviation =
  /(?:^|[\s("“„«'‘])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sens?|Reps?|Gov|Lt|Col|Capt|Sgt|Maj|Adm|St|Rev|Hon|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|M|MM|Mme|Mlle|Me|Sra|Dott|Nr|bzw|ca|etwa|D-\p{Lu}\p{L}+|R-\p{Lu}\p{L}+)\.$/u

/** Ends a sentence where a word follows that begins one. */
const softAbbreviation = /(?:^|[\s("“„«'‘.])(?:Inc|Ltd|Co|Corp|Jr|Sr|[ap]\.m|\p{Lu})\.$/u

/** Ends no sentence where a number follows. */
const beforeNumber = /(?:^|[\s("“„«'‘])(?:No|Nos|Art|Abs|p|pp|Vol|Fig)\.$/u

/** In these languages a day and a rank are written with a stop: "am 3. Mai". */
const rankStop = /(?:^|\s)\d{1,3}\.$/

/** What a sentence's end is looked for in. */
const tailLength = 24

/** The sentences of a text, line by line. What stands before the first and is about the text is left out. */
export function sentencesOf(text: string, language = 'en'): readonly Sentence[] {
  const segmenter = segmenterOf(language, 'sentence')
  const sentences: Sentence[] = []
  const from = metadataPrefixOf(text)?.length ?? 0
  let paragraph = 0
  for (const line of text.slice(0, maxTextLength).matchAll(/[^\n]+/g)) {
    let start = Math.max(line.index, from)
    let end = line.index
    const parts = [...segmenter.segment(line[0])]
    parts.forEach((part, i) => {
      end += part.segment.length
      if (end <= from) return
      const next = parts[i + 1]?.segment.trimStart()
      const tail = text.slice(Math.max(start, end - tailLength), end).trimEnd()
      if (next !== undefined && joins(tail, next, language)) return
      const sentence = trimmed(text, start, end)
      if (sentence) sentences.push({ ...sentence, paragraph })
      start = end
    })
    paragraph++
  }
  return sentences
}

function trimmed(text: string, start: number, end: number) {
  const raw = text.slice(start, end)
  const bare = raw.trim()
  const at = start + raw.length - raw.trimStart().length
  return bare === '' ? undefined : { text: bare, start: at, end: at + bare.length }
}

/** The segmenter has parted what belongs together. */
function joins(tail: string, next: string, language: string): boolean {
  if (/^[\p{Ll},;:)\]]/u.test(next) || /^["”’')\]]+\s*$/.test(next)) return true
  if (hardAbbreviation.test(tail)) return true
  if (softAbbreviation.test(tail)) return !opensSentence(next, language)
  if (/^\p{N}/u.test(next)) return beforeNumber.test(tail)
  return language.startsWith('de') && rankStop.test(tail)
}

function opensSentence(next: string, language: string): boolean {
  const word = /^[\p{L}’']+/u.exec(next)?.[0] ?? ''
  return word.length > 1 && stopWords(language).has(word.toLowerCase())
}
