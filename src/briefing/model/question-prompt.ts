import type { AnswerRequest } from '../answer/answerer.ts'
import type { ModelMessage } from './ask-model.ts'
import { articleLines, fence, fenceRules, languageName, oneLine } from './fence.ts'
import type { NumberedPassage } from './passages.ts'

/** What the model is told to answer a question: the rules apart, the question and the passages between marks. */
export function questionPrompt(
  { question, articles, language }: AnswerRequest,
  passages: readonly NumberedPassage[],
  marker: string,
): readonly ModelMessage[] {
  const shown = articles.filter(({ id }) => passages.some(({ articleId }) => articleId === id))
  const lines = [`question | ${oneLine(question)}`, ...articleLines(shown, passages)]
  return [
    { role: 'system', content: rules(language, marker) },
    { role: 'user', content: fence(marker, lines) },
  ]
}

function rules(language: string | undefined, marker: string): string {
  const tongue = language === undefined ? 'the language of the question' : languageName(language)
  return [
    'You answer a question (the line with "question") from the numbered passages of news articles that follow, and from nothing else.',
    ...fenceRules(marker),
    'What you know yourself does not count. Where the passages do not say what is asked, "answered" is false and "sentences" is empty.',
    `Else "answered" is true: answer in ${tongue} in 1 to 3 sentences of at most 30 words, the answer first, calmly and exactly, without opinion, markup, addresses or mentions.`,
    'Each sentence can be read alone, with names instead of pronouns, and comes with the numbers of the passages that it rests on. Say nothing that they do not say: no other name, number, date or cause, and nothing turned round.',
    'Answer with one JSON object: {"answered": true or false, "sentences": [{"text": text, "passages": [number]}]}.',
  ].join('\n')
}
