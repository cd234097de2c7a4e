import type { Command } from '../command.ts'
import { readSchedule } from '../read/schedule.ts'
import { done, list, paragraph } from '../reply.ts'
import { textOption } from '../shared-options.ts'
import { digestOptions } from './digest-options.ts'
import { runLines, scheduleWords } from './digest-words.ts'

/** When a schedule would come, for a form in which it is being written; nothing is changed. */
export const digestTimes: Command = {
  name: 'digest times',
  description: 'digestCreate.runs',
  // The form sends all that it has; only the schedule is looked at.
  options: [
    textOption('name', 'option.digestName'),
    textOption('digest', 'option.digest'),
    ...digestOptions,
  ],
  audience: 'admins',
  area: 'digests',
  isHidden: true,
  examples: [],
  run: async (call) => {
    const { options, caller, now, wording } = call
    const schedule = readSchedule(options, undefined, caller, now, wording)
    return done(
      paragraph(`${scheduleWords(schedule, wording)}. ${wording.say('digestCreate.runs')}`),
      list(runLines({ schedule }, call)),
    )
  },
}
