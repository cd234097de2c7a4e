import type { Block } from '../../domain/document.ts'
import { personalDigestName, personOf } from '../../domain/personal-digest.ts'
import type { Subscription } from '../../domain/subscription.ts'
import type { DigestWish } from '../../domain/wishes.ts'
import { scheduleWords } from '../admin/digest-words.ts'
import type { Command, ReadyCall } from '../command.ts'
import type { Memory } from '../memory.ts'
import { readLanguage } from '../read/language.ts'
import { readSchedule } from '../read/schedule.ts'
import { actions, done, failed, heading, list, paragraph } from '../reply.ts'
import { options, textOption } from '../shared-options.ts'
import { timeWords } from '../times.ts'
import type { CommandTools } from '../tools.ts'
import { subjectWords } from './tastes.ts'

const usualTime = '08:00'
const buttonsShown = 5

export const briefingMe: Command = {
  name: 'briefing me',
  description: 'command.briefingMe',
  options: [
    {
      name: 'dm',
      kind: 'boolean',
      description: 'option.dm',
      required: false,
      positional: true,
    },
    textOption('time', 'option.time'),
    textOption('days', 'option.days'),
    options.language,
    options.timezone,
  ],
  audience: 'everyone',
  isForMembers: true,
  examples: [
    { line: 'briefing me', says: 'no briefing of your own' },
    { line: 'briefing me on time:7am timezone:Berlin', says: '07:00 (Europe/Berlin)' },
    { line: 'briefing me off', says: 'no briefing of your own' },
  ],
  run: async (call, tools) => {
    const { options: given, wording } = call
    const isChange = Object.keys(given).length > 0
    if (isChange && given.dm !== 'no') {
      const isSet = await turnOn(call, tools)
      if (!isSet) return failed(wording.say('me.noDirect'))
    }
    return call.remember(async (memory) => {
      if (given.dm === 'no') await turnOff(memory, call)
      return done(...(await describe(memory, call)))
    })
  },
}

async function ownDigest(memory: Memory, { caller }: ReadyCall): Promise<Subscription | undefined> {
  return (await memory.listDigests()).find((digest) => personOf(digest) === caller.personId)
}

async function turnOn(call: ReadyCall, tools: CommandTools): Promise<boolean> {
  const channel = await tools.directChannel(call.caller)
  if (!channel) return false
  await call.remember(async (memory) => {
    const before = await ownDigest(memory, call)
    await memory.saveDigest({ ...wishFor(call, before), channel }, 'command')
  })
  return true
}

function wishFor(call: ReadyCall, before: Subscription | undefined): Omit<DigestWish, 'channel'> {
  const { caller, options: given, now, wording } = call
  const time = given.time ?? (before ? undefined : usualTime)
  return {
    name: personalDigestName(caller.personId),
    title: wording.say('me.title'),
    schedule: readSchedule(
      { ...given, ...(time === undefined ? {} : { time }) },
      before?.schedule,
      caller,
      now,
      wording,
    ),
    feeds: before?.feeds ?? { kind: 'all' },
    stories: before?.stories ?? 7,
    length: before?.length ?? 'short',
    language: given.language ? readLanguage(given.language, wording) : before?.language,
    onEmpty: 'skip',
    images: false,
    mention: undefined,
    paused: false,
  }
}

async function turnOff(memory: Memory, call: ReadyCall): Promise<void> {
  const own = await ownDigest(memory, call)
  if (own) await memory.removeDigest(own.id)
}

/** A person's own digest, follows and mutes, with the buttons that undo them. */
export async function describe(memory: Memory, call: ReadyCall): Promise<readonly Block[]> {
  const { caller, wording } = call
  const own = await ownDigest(memory, call)
  const follows = await memory.listFollows(caller.personId)
  const mutes = await memory.listMutes(caller.personId)
  const followed: string[] = []
  for (const { subject } of follows) followed.push(await subjectWords(subject, memory, wording))
  const muted: string[] = []
  for (const { subject, until } of mutes) {
    muted.push(`${await subjectWords(subject, memory, wording)} · ${timeWords(until, call)}`)
  }
  const buttons = [
    ...follows.map(({ id }, at) =>
      button('follow undone', id, followed[at], 'action.unfollow', call),
    ),
    ...mutes.map(({ id }, at) => button('mute undone', id, muted[at], 'action.unmute', call)),
  ].slice(0, buttonsShown)
  return [
    paragraph(
      own
        ? wording.say('me.on', { when: scheduleWords(own.schedule, wording) })
        : wording.say('me.off'),
    ),
    ...(followed.length > 0 ? [heading(wording.say('me.follows')), list(followed)] : []),
    ...(muted.length > 0 ? [heading(wording.say('me.mutes')), list(muted)] : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]
}

function button(
  command: string,
  id: string,
  words: string | undefined,
  key: 'action.unfollow' | 'action.unmute',
  { wording }: ReadyCall,
) {
  const label = wording.say(key, { subject: words ?? '' }).slice(0, 60)
  return { label, command, options: { id } }
}
