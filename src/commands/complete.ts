import type { Completion, CompletionQuery } from '../domain/command.ts'
import type { Memory } from './memory.ts'
import { timezonesLike } from './read/timezone.ts'
import type { CommandTools } from './tools.ts'

/** As many as Discord takes (discord.com/developers: application command option choices). */
const mostChoices = 25
const longestLabel = 100

const dayMs = 86_400_000

/** What a person may be about to type, best first; nothing when it cannot be found out. */
export async function complete(
  query: CompletionQuery,
  tools: CommandTools,
): Promise<readonly Completion[]> {
  try {
    const known = await knownValues(query, tools)
    return matching(known, query.typed).slice(0, mostChoices)
  } catch (error) {
    tools.onFault(error, 'completion')
    return []
  }
}

function knownValues(
  { kind, typed, caller }: CompletionQuery,
  tools: CommandTools,
): Promise<readonly Completion[]> {
  if (kind === 'timezones') {
    return Promise.resolve(timezonesLike(typed).map((name) => ({ label: name, value: name })))
  }
  return tools.inWorkspace(caller.workspaceId, (memory) =>
    listValues(kind, memory, tools.clock.now()),
  )
}

async function listValues(
  kind: Exclude<CompletionQuery['kind'], 'timezones'>,
  memory: Memory,
  now: Date,
): Promise<readonly Completion[]> {
  switch (kind) {
    case 'feeds':
      return (await memory.listFeeds()).map(({ name, feedId }) => ({ label: name, value: feedId }))
    case 'digests':
      return (await memory.listDigests()).map(({ name, title }) => ({
        label: name === title ? name : `${name} · ${title}`,
        value: name,
      }))
    case 'categories':
      return unique((await memory.listFeeds()).flatMap(({ categories }) => categories))
    case 'stories': {
      const told = await memory.toldSince(new Date(now.getTime() - 14 * dayMs), 500)
      return told.map((each) => ({ label: each.told.headline, value: each.storyId }))
    }
    case 'topics':
      return topics(memory, now)
  }
}

/** Categories first; then the headlines of the last days, which tell what is in the news. */
async function topics(memory: Memory, now: Date): Promise<readonly Completion[]> {
  const categories = (await memory.listFeeds()).flatMap((feed) => feed.categories)
  const told = await memory.toldSince(new Date(now.getTime() - 3 * dayMs), 100)
  return unique([...categories, ...told.map((each) => each.told.headline)])
}

function unique(values: readonly string[]): readonly Completion[] {
  return [...new Set(values)].map((value) => ({ label: value, value: value.slice(0, 100) }))
}

/** Those that begin with what was typed, then those that have it inside. */
function matching(known: readonly Completion[], typed: string): readonly Completion[] {
  const wanted = typed.trim().toLowerCase()
  const place = ({ label }: Completion) => label.toLowerCase().indexOf(wanted)
  return known
    .filter((each) => place(each) >= 0)
    .sort((a, b) => Number(place(a) > 0) - Number(place(b) > 0))
    .map(({ label, value }) => ({ label: shorten(label), value }))
}

function shorten(label: string): string {
  const letters = [...label]
  return letters.length > longestLabel ? `${letters.slice(0, longestLabel - 1).join('')}…` : label
}
