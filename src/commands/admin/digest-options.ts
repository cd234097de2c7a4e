import type { Command } from '../command.ts'
import { options, textOption } from '../shared-options.ts'

/** What a person may say of a digest when it is made and when it is changed. */
export const digestOptions: Command['options'] = [
  { name: 'channel', kind: 'channel', description: 'option.channel', required: false },
  textOption('time', 'option.time'),
  textOption('days', 'option.days'),
  options.timezone,
  textOption('every', 'option.every'),
  textOption('cron', 'option.cron'),
  textOption('feeds', 'option.feedNames'),
  options.category,
  { name: 'stories', kind: 'number', description: 'option.stories', required: false },
  options.length,
  options.language,
  textOption('title', 'option.title'),
  {
    name: 'on-empty',
    kind: 'choice',
    description: 'option.onEmpty',
    required: false,
    choices: ['skip', 'say-so'],
  },
  textOption('mention', 'option.mention'),
  { name: 'images', kind: 'boolean', description: 'option.images', required: false },
  { name: 'exact', kind: 'boolean', description: 'option.exact', required: false },
]
