import type { SummaryRequest } from '../summarizer.ts'
import type { ModelMessage } from './ask-model.ts'
import { articleLines, fence, fenceRules, languageName, oneLine } from './fence.ts'
import type { NumberedPassage } from './passages.ts'

const points = {
  headlines: 'exactly 1 point',
  short: '2 or 3 points, each of at most 30 words',
  detailed: '3 or 4 points, each of at most 40 words',
}

/** What the model is told: the rules apart from the articles, the articles between marks that no article can know. */
export function summaryPrompt(
  request: SummaryRequest,
  passages: readonly NumberedPassage[],
  marker: string,
): readonly ModelMessage[] {
  return [
    { role: 'system', content: rules(request, marker) },
    { role: 'user', content: fenced(request, passages, marker) },
  ]
}

function rules({ length, language, told }: SummaryRequest, marker: string): string {
  const tongue = language === undefined ? 'the language of the articles' : languageName(language)
  return [
    'You tell one news story short for a team, from the articles that follow and from nothing else.',
    ...fenceRules(marker),
    `Write in ${tongue}, calmly and exactly, without opinion, markup, addresses or mentions.`,
    `Give a headline of at most 90 characters and ${points[length]}.`,
    'Each point is a full sentence that can be read alone: who, what, where, when. No pronoun without its name.',
    'With each point give the numbers of the passages that it rests on. Say nothing that they do not say: no other name, number, date or cause, and nothing turned round.',
    'Give at most 3 quotations that add something to the points: words that stand between quotation marks in a passage, copied letter by letter, with the number of that passage and the name of whoever the article says said them.',
    'In "translation" put the same words in the language that you write in when the article is in another one, else an empty text.',
    ...(told === undefined
      ? []
      : [
          'The readers were told of this story before (lines with "known"): tell only what is new.',
        ]),
    'Answer with one JSON object: {"headline": text, "points": [{"text": text, "passages": [number]}], "quotes": [{"passage": number, "text": text, "speaker": text, "translation": text}]}.',
  ].join('\n')
}

function fenced(
  { articles, told }: SummaryRequest,
  passages: readonly NumberedPassage[],
  marker: string,
): string {
  const known = [...(told?.points ?? []), ...(told?.quotes ?? [])]
  return fence(marker, [
    ...articleLines(articles, passages),
    ...known.map((text) => `known | ${oneLine(text)}`),
  ])
}
