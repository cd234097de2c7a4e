import type { Command } from './command.ts'

type Option = Command['options'][number]

export function textOption(
  name: string,
  description: Option['description'],
  over: Partial<Option> = {},
): Option {
  return { name, kind: 'text', description, required: false, ...over }
}

const lengths = ['headlines', 'short', 'detailed'] as const

/** Options that several commands have, so that they are called and explained alike. */
export const options = {
  feed: textOption('feed', 'option.feed', { required: true, completes: 'feeds', positional: true }),
  digest: textOption('digest', 'option.digest', {
    required: true,
    completes: 'digests',
    positional: true,
  }),
  story: textOption('story', 'option.story', {
    required: true,
    completes: 'stories',
    positional: true,
  }),
  category: textOption('category', 'option.category', { completes: 'categories' }),
  language: textOption('language', 'option.language'),
  timezone: textOption('timezone', 'option.timezone', { completes: 'timezones' }),
  since: textOption('since', 'option.since'),
  for: textOption('for', 'option.for'),
  length: {
    name: 'length',
    kind: 'choice',
    description: 'option.length',
    required: false,
    choices: lengths,
  },
  share: { name: 'share', kind: 'boolean', description: 'option.share', required: false },
} satisfies Record<string, Option>
