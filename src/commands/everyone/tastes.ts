import { UsageError } from '../../domain/errors.ts'
import { storyId } from '../../domain/ids.ts'
import type { Subject } from '../../domain/mute.ts'
import type { Wording } from '../../domain/wording/wording.ts'
import type { Command, ReadyCall } from '../command.ts'
import type { Memory } from '../memory.ts'
import { readDuration } from '../read/duration.ts'
import { findFeed } from '../read/named.ts'
import { findStory } from '../read/story.ts'
import { actions, done, failed, paragraph } from '../reply.ts'
import { options, textOption } from '../shared-options.ts'
import { timeWords } from '../times.ts'

const weekMs = 7 * 86_400_000

const subjectOptions: Command['options'] = [
  textOption('topic', 'option.topicOf', { positional: true, completes: 'topics' }),
  textOption('story', 'option.story', { completes: 'stories' }),
  textOption('source', 'option.source', { completes: 'feeds' }),
]

/** What a follow or a mute is about: exactly one of topic, story and source. */
async function readSubject(memory: Memory, call: ReadyCall): Promise<Subject> {
  const { wording, options: given } = call
  const named = [given.topic, given.story, given.source].filter((each) => each !== undefined)
  if (named.length !== 1) throw new UsageError(wording.say('fault.subject'))
  if (given.story !== undefined) {
    const { storyId: id } = await findStory(given.story, memory, call)
    return { kind: 'story', storyId: id }
  }
  if (given.source !== undefined) {
    const { name } = await findFeed(memory, given.source, wording)
    return { kind: 'source', publisher: name }
  }
  return { kind: 'topic', words: (given.topic ?? '').slice(0, 100) }
}

/** A subject in words: the topic, the outlet, or the story's headline. */
export async function subjectWords(
  subject: Subject,
  memory: Memory,
  wording: Wording,
): Promise<string> {
  switch (subject.kind) {
    case 'topic':
      return `“${subject.words}”`
    case 'source':
      return subject.publisher
    case 'story': {
      const briefing = await memory.findBriefing(storyId(subject.storyId))
      return briefing ? `“${briefing.headline}”` : wording.say('subject.oldStory')
    }
  }
}

export const follow: Command = {
  name: 'follow',
  description: 'command.follow',
  options: subjectOptions,
  audience: 'everyone',
  isForMembers: true,
  examples: [
    { line: 'follow harbour', says: 'You follow “harbour”' },
    { line: 'follow', says: 'topic, a story or a source' },
  ],
  run: (call) =>
    call.remember(async (memory) => {
      const { caller, wording } = call
      const subject = await readSubject(memory, call)
      const kept = await memory.saveFollow(caller.personId, subject)
      const words = await subjectWords(subject, memory, wording)
      return done(
        paragraph(wording.say('follow.done', { subject: words })),
        undo('follow undone', kept.id, call),
      )
    }),
}

export const mute: Command = {
  name: 'mute',
  description: 'command.mute',
  options: [...subjectOptions, options.for],
  audience: 'everyone',
  isForMembers: true,
  examples: [
    { line: 'mute football for:30d', says: '“football” is muted for you until' },
    { line: 'mute source:"Wire One"', says: 'Wire One is muted' },
    { line: 'mute football for:ages', says: 'I read for as “ages”' },
  ],
  run: (call) => call.remember((memory) => saveMute(memory, call)),
}

export async function saveMute(memory: Memory, call: ReadyCall) {
  const { caller, wording, now, options: given } = call
  const lengthMs = given.for === undefined ? weekMs : readDuration('for', given.for, wording)
  const until = new Date(now.getTime() + lengthMs)
  const subject = await readSubject(memory, call)
  const kept = await memory.saveMute(caller.personId, subject, until)
  const words = await subjectWords(subject, memory, wording)
  return done(
    paragraph(wording.say('mute.done', { subject: words, until: timeWords(until, call) })),
    undo('mute undone', kept.id, call),
  )
}

function undo(command: string, id: string, { wording }: ReadyCall) {
  return actions({ label: wording.say('action.undo'), command, options: { id } })
}

function undone(name: string, table: 'follows' | 'mutes'): Command {
  return {
    name,
    description: 'command.undo',
    options: [textOption('id', 'option.id', { required: true })],
    audience: 'everyone',
    isHidden: true,
    isOnce: true,
    examples: [],
    run: ({ remember, caller, options: given, wording }) =>
      remember(async (memory) => {
        const isRemoved = await memory.removeTaste(table, caller.personId, given.id ?? '')
        return isRemoved
          ? done(paragraph(wording.say('undo.done')))
          : failed(wording.say('fault.noAction'))
      }),
  }
}

export const followUndone = undone('follow undone', 'follows')
export const muteUndone = undone('mute undone', 'mutes')
