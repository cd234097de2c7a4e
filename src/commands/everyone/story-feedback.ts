import type { Briefing, Source } from '../../domain/briefing.ts'
import type { Reply } from '../../domain/command.ts'
import { type Block, link, text } from '../../domain/document.ts'
import type { Command, ReadyCall } from '../command.ts'
import { findStory } from '../read/story.ts'
import { actions, done, failed, heading, list, paragraph, refused, toDocument } from '../reply.ts'
import { options, textOption } from '../shared-options.ts'
import { saveMute } from './tastes.ts'

const buttonsShown = 5

export const storyMute: Command = {
  name: 'story mute',
  description: 'command.storyMute',
  options: [options.story, options.for],
  audience: 'everyone',
  isForMembers: true,
  examples: [{ line: 'story mute bridge for:1d', says: 'is muted for you until' }],
  run: (call) => call.remember((memory) => saveMute(memory, call)),
}

export const storyLess: Command = {
  name: 'story less',
  description: 'command.storyLess',
  options: [options.story],
  audience: 'everyone',
  isForMembers: true,
  examples: [{ line: 'story less bridge', says: 'less like this' }],
  run: (call) =>
    call.remember(async (memory) => {
      const { caller, wording } = call
      const { storyId, headline } = await findStory(call.options.story ?? '', memory, call)
      const { personId } = caller
      await memory.saveFeedback({ personId, kind: 'less', about: storyId, words: headline })
      return done(
        paragraph(wording.say('less.done', { headline })),
        actions({
          label: wording.say('action.mute'),
          command: 'story mute',
          options: { story: storyId },
        }),
      )
    }),
}

export const storySplit: Command = {
  name: 'story split',
  description: 'command.storySplit',
  options: [options.story, textOption('article', 'option.article')],
  audience: 'everyone',
  isForMembers: true,
  examples: [{ line: 'story split bridge', says: 'Which article' }],
  run: (call) =>
    call.remember(async (memory) => {
      const { caller, wording, options: given } = call
      if (caller.isStranger) return refused(wording.say('refused.stranger'))
      const briefing = await findStory(given.story ?? '', memory, call)
      const { sources } = briefing
      if (sources.length < 2) return failed(wording.say('split.single'))
      const stray = sources.find(({ articleId }) => articleId === given.article)
      if (!stray) return askWhich(briefing, call)
      const pairs = othersOf(stray, sources).map((id) => [stray.articleId, id] as const)
      await memory.keepApart(caller.personId, pairs)
      return done(
        paragraph(wording.say('split.done', { title: stray.title })),
        actions({
          label: wording.say('action.undo'),
          command: 'story split undone',
          options: { story: briefing.storyId, article: stray.articleId },
        }),
      )
    }),
}

function othersOf(stray: Source, sources: readonly Source[]): readonly string[] {
  return sources.map(({ articleId }) => articleId).filter((id) => id !== stray.articleId)
}

function askWhich({ storyId, headline, sources }: Briefing, { wording }: ReadyCall): Reply {
  return done(
    heading(headline),
    paragraph(wording.say('split.which')),
    list(sources.map(({ publisher, title, url }) => [link(`${publisher}: ${title}`, url)])),
    actions(
      ...sources.slice(0, buttonsShown).map(({ articleId, publisher, title }) => ({
        label: `${publisher}: ${title}`.slice(0, 60),
        command: 'story split',
        options: { story: storyId, article: articleId },
      })),
    ),
  )
}

export const storySplitUndone: Command = {
  ...storySplit,
  name: 'story split undone',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording, options: given } = call
      const { sources } = await findStory(given.story ?? '', memory, call)
      const stray = sources.find(({ articleId }) => articleId === given.article)
      if (!stray) return failed(wording.say('fault.noAction'))
      for (const other of othersOf(stray, sources)) {
        await memory.putTogether([stray.articleId, other])
      }
      return done(paragraph(wording.say('undo.done')))
    }),
}

export const storyReport: Command = {
  name: 'story report',
  description: 'command.storyReport',
  options: [options.story, textOption('words', 'option.reportWords')],
  audience: 'everyone',
  isForMembers: true,
  examples: [
    { line: 'story report bridge words:"12, not 14"', says: 'The admins have your report' },
  ],
  run: async (call, tools) => {
    const { caller, wording, options: given } = call
    const words = given.words ?? ''
    const briefing = await call.remember(async (memory) => {
      const found = await findStory(given.story ?? '', memory, call)
      const { personId } = caller
      await memory.saveFeedback({ personId, kind: 'report', about: found.storyId, words })
      return found
    })
    await tools.tellAdmins(caller.workspaceId, toDocument(reportBlocks(briefing, words, call)))
    return done(paragraph(wording.say('report.done')))
  },
}

/** What admins need to judge a report: what was printed, and where it was taken from. */
function reportBlocks(
  { headline, points, quotes, sources }: Briefing,
  words: string,
  { caller, wording }: ReadyCall,
): readonly Block[] {
  return [
    heading(wording.say('report.title', { name: caller.name })),
    ...(words === '' ? [] : [paragraph(words)]),
    paragraph(headline),
    list([
      ...points.map((point) => [text(point.text)]),
      ...quotes.map((quote) => [text(`“${quote.text}” · ${quote.speaker.name}`)]),
    ]),
    list(sources.map(({ publisher, title, url }) => [link(`${publisher}: ${title}`, url)])),
  ]
}
