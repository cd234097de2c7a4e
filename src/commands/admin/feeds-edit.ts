import { UsageError } from '../../domain/errors.ts'
import { audit, type Command } from '../command.ts'
import { readLanguage } from '../read/language.ts'
import { findFeed, refuseManaged } from '../read/named.ts'
import { done, paragraph } from '../reply.ts'
import { options, textOption } from '../shared-options.ts'
import { renameInDigests } from './digests-of-feed.ts'
import { freeName, splitList } from './feeds-add.ts'

const lightest = 0.1
const heaviest = 10

export const feedsEdit: Command = {
  name: 'feeds edit',
  description: 'command.feedsEdit',
  options: [
    options.feed,
    textOption('name', 'option.name'),
    options.category,
    { name: 'weight', kind: 'number', description: 'option.weight', required: false },
    options.language,
  ],
  audience: 'admins',
  area: 'feeds',
  examples: [
    { line: 'feeds edit "Wire One" weight:2 category:world', says: '“Wire One” is changed' },
    { line: 'feeds edit Harbour weight:99', says: 'from 0.1 to 10' },
    { line: 'feeds edit Haven name:X', says: 'no feed called “Haven”' },
  ],
  run: (call) => {
    const { wording, options: given } = call
    const weight = given.weight === undefined ? undefined : Number(given.weight)
    if (weight !== undefined && (weight < lightest || weight > heaviest)) {
      throw new UsageError(
        wording.say('fault.range', {
          option: 'weight',
          value: given.weight ?? '',
          from: String(lightest),
          to: String(heaviest),
        }),
        { option: 'weight' },
      )
    }
    return call.remember(async (memory) => {
      const before = await findFeed(memory, given.feed ?? '', wording)
      refuseManaged(before, before.name, wording)
      const known = await memory.listFeeds()
      const { name, category, language } = given
      const after = await memory.saveFeed(
        {
          ...before,
          name: name === undefined ? before.name : freeName(name.slice(0, 80), before.url, known),
          categories: category === undefined ? before.categories : splitList(category),
          weight: weight ?? before.weight,
          language: language === undefined ? before.language : readLanguage(language, wording),
        },
        'command',
      )
      await renameInDigests(memory, before.name, after.name)
      await audit(call, memory, before, after)
      return done(paragraph(wording.say('feeds.changed', { name: after.name })))
    })
  },
}
