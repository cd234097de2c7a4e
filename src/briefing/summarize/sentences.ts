import type { Range } from '../../domain/passage.ts'

export type Sentence = Range & { readonly text: string; readonly paragraph: number }

const abbreviation =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|U\.S|U\.K|U\.N|\p{Lu})\.$/u

export function sentencesOf(text: string, language = 'en'): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const sentences: Sentence[] = []
  let paragraph = 0
  for (const line of text.matchAll(/[^\n]+/g)) {
    let start = line.index
    let end = start
    const close = () => {
      const raw = text.slice(start, end)
      const lead = raw.length - raw.trimStart().length
      const trimmed = raw.trim()
      if (trimmed !== '')
        sentences.push({
          text: trimmed,
          start: start + lead,
          end: start + lead + trimmed.length,
          paragraph,
        })
      start = end
    }
    const parts = [...segmenter.segment(line[0])]
    parts.forEach((part, i) => {
      end += part.segment.length
      const next = parts[i + 1]?.segment.trimStart()
      const soFar = text.slice(start, end).trimEnd()
      const joins =
        next !== undefined &&
        (abbreviation.test(soFar) || /^[\p{Ll},;:)\]]/u.test(next) || /^["”’')\]]+\s*$/.test(next))
      if (!joins) close()
    })
    paragraph++
  }
  return sentences
}
