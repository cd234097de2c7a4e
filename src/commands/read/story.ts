import type { Briefing } from '../../domain/briefing.ts'
import { UsageError } from '../../domain/errors.ts'
import { storyId } from '../../domain/ids.ts'
import type { ReadyCall } from '../command.ts'
import type { Memory, Telling } from '../memory.ts'
import { short } from '../options.ts'

const searchedMs = 60 * 86_400_000
const mostSearched = 2000

/** The story that a person means: by its id, as buttons give it, or by words of its headline. */
export async function findStory(
  typed: string,
  memory: Memory,
  call: Pick<ReadyCall, 'wording' | 'now'>,
): Promise<Briefing> {
  const briefing = await memory.findBriefing(storyId(typed))
  if (briefing) return briefing
  const [best] = await searchStories(typed, memory, call)
  if (best) return best.briefing
  throw new UsageError(call.wording.say('fault.story', { value: short(typed) }), {
    option: 'story',
  })
}

/** Told stories that have all the words in their headline or their points, or most of them; the best and newest first. */
export async function searchStories(
  typed: string,
  memory: Memory,
  { now }: Pick<ReadyCall, 'now'>,
): Promise<readonly Telling[]> {
  const words = wordsOf(typed)
  if (words.length === 0) return []
  const told = await memory.toldSince(new Date(now.getTime() - searchedMs), mostSearched)
  const scored = told.map((telling) => ({ telling, score: scoreOf(telling, words) }))
  const once = new Map<string, Telling>()
  for (const { telling } of scored
    .filter(({ score }) => score >= words.length / 2)
    .sort((a, b) => b.score - a.score)) {
    if (!once.has(telling.storyId)) once.set(telling.storyId, telling)
  }
  return [...once.values()]
}

/** A word in the headline counts twice. */
function scoreOf({ told }: Telling, words: readonly string[]): number {
  const headline = folded(told.headline)
  const body = folded(told.points.join(' '))
  const score = (word: string) => (headline.includes(word) ? 2 : body.includes(word) ? 1 : 0)
  return words.reduce((sum, word) => sum + score(word), 0)
}

function wordsOf(typed: string): readonly string[] {
  return [...new Set(folded(typed).match(/[\p{L}\p{N}]{2,}/gu) ?? [])].slice(0, 16)
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
