import { groupArticles } from '../../briefing/stories/group.ts'
import type { Groupable } from '../../briefing/stories/vectors.ts'
import { optionalText, type PipeInput, type PipeTask, requiredList, requiredText } from './task.ts'

/** Items in, stories out: the items of one event together, every item exactly once. */
export const group: PipeTask = {
  answer(input) {
    const items = requiredList(input, 'items').map(readItem)
    return { stories: groupArticles(items).map((story) => story.map((item) => item.id)) }
  },
}

function readItem(input: PipeInput): Groupable {
  return {
    id: requiredText(input, 'id'),
    title: requiredText(input, 'title'),
    text: optionalText(input, 'text') ?? '',
    url: optionalText(input, 'url'),
    publishedAt: readDate(input.publishedAt),
    language: optionalText(input, 'lang'),
  }
}

/** A date as text or as epoch milliseconds; one that cannot be read counts as absent. */
function readDate(value: unknown): Date | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? undefined : at
}
