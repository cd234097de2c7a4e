import { strong, text } from '../../domain/document.ts'
import type { Command } from '../command.ts'
import { searchStories } from '../read/story.ts'
import { actions, done, list, paragraph } from '../reply.ts'
import { textOption } from '../shared-options.ts'
import { timeWords } from '../times.ts'

const storiesShown = 5
const longestLabel = 60

export const storySearch: Command = {
  name: 'story search',
  description: 'command.storySearch',
  options: [textOption('search', 'option.search', { required: true, positional: true })],
  audience: 'everyone',
  examples: [
    { line: 'story search bridge', says: 'Harbour bridge closed' },
    { line: 'story search unicorns', says: 'No story of the last 60 days' },
  ],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording, options: given } = call
      const stories = (await searchStories(given.search ?? '', memory, call)).slice(0, storiesShown)
      if (stories.length === 0) return done(paragraph(wording.say('storySearch.none')))
      return done(
        list(
          stories.map(({ told, at, briefing }) => [
            strong(told.headline),
            text(
              ` · ${timeWords(at, call)} · ${wording.say('story.sources', { count: briefing.sources.length })}`,
            ),
          ]),
          true,
        ),
        actions(
          ...stories.map(({ storyId, told }) => ({
            label: told.headline.slice(0, longestLabel),
            command: 'story timeline',
            options: { story: storyId },
          })),
        ),
      )
    }),
}
