import type { Briefing } from '../domain/briefing.ts'
import type { LeftOut } from '../domain/left-out.ts'
import type { RankedStory } from '../domain/story.ts'
import type { Clock } from '../support/clock.ts'
import { type BriefHow, type BriefTools, briefStory } from './brief-story.ts'

/** A story as it is printed. */
export type Briefed = { readonly ranked: RankedStory; readonly briefing: Briefing }

export type BriefedStories = {
  readonly briefed: readonly Briefed[]
  /** The articles of the stories that turned out to say nothing new, or had no place. */
  readonly left: readonly LeftOut[]
  readonly storiesWithoutRoom: number
}

export type DigestHow = BriefHow & {
  /** How many stories the digest holds. */
  readonly room: number
  /** How long the model is waited for, all stories together. */
  readonly modelPatienceMs: number
}

/** How many stories the model is asked for at once. */
const atOnce = 4

/** The best stories told short, as many as there is room for; a digest is never late by more than the model's patience. */
export async function briefStories(
  ranked: readonly RankedStory[],
  how: DigestHow,
  tools: Omit<BriefTools, 'patience'> & { readonly clock: Clock },
): Promise<BriefedStories> {
  const patience = new AbortController()
  const done = new AbortController()
  void tools.clock.sleep(how.modelPatienceMs, done.signal).then(() => patience.abort())
  try {
    return await fillRoom(ranked, how, { ...tools, patience: patience.signal })
  } finally {
    done.abort()
  }
}

async function fillRoom(
  ranked: readonly RankedStory[],
  how: DigestHow,
  tools: BriefTools,
): Promise<BriefedStories> {
  const briefed: Briefed[] = []
  const left: LeftOut[] = []
  let next = 0
  while (briefed.length < how.room && next < ranked.length) {
    const batch = ranked.slice(next, next + Math.min(atOnce, how.room - briefed.length))
    next += batch.length
    for (const each of await Promise.all(batch.map((story) => brief(story, how, tools)))) {
      if (saysSomething(each)) briefed.push(each)
      else left.push(...nothingNew(each.ranked, how))
    }
  }
  const rest = ranked.slice(next)
  return {
    briefed,
    left: [...left, ...rest.flatMap((story, at) => withoutRoom(story, next + at + 1, how))],
    storiesWithoutRoom: rest.length,
  }
}

async function brief(ranked: RankedStory, how: BriefHow, tools: BriefTools): Promise<Briefed> {
  return { ranked, briefing: await briefStory(ranked, how, tools) }
}

/** A story told before is worth a place only with something that was not printed. */
function saysSomething({ ranked, briefing }: Briefed): boolean {
  const isNew = ranked.story.told === undefined
  return isNew || briefing.points.length > 0 || briefing.quotes.length > 0
}

function nothingNew({ story }: RankedStory, { wording }: BriefHow): readonly LeftOut[] {
  const words = wording.say('why.told', { headline: story.told?.headline ?? '' })
  return story.articles.map(({ id }) => ({
    articleId: id,
    storyId: story.id,
    reason: 'told',
    words,
  }))
}

function withoutRoom(
  { story }: RankedStory,
  place: number,
  { wording, room }: DigestHow,
): readonly LeftOut[] {
  const words = wording.say('why.noRoom', { place, room })
  return story.articles.map(({ id }) => ({
    articleId: id,
    storyId: story.id,
    reason: 'no-room',
    words,
  }))
}
