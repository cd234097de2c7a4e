import { writeChannelRef } from '../../domain/channel.ts'
import { UsageError } from '../../domain/errors.ts'
import type { Filter } from '../../domain/filter.ts'
import { patternFault, toFilterMatch } from '../../domain/filter-match.ts'
import { audit, type Command, type ReadyCall } from '../command.ts'
import type { KeptFilter, Memory } from '../memory.ts'
import { short } from '../options.ts'
import { readChannel } from '../read/channel.ts'
import { findDigest, refuseManaged } from '../read/named.ts'
import { actions, done, failed, heading, list, paragraph } from '../reply.ts'
import { textOption } from '../shared-options.ts'
import type { CommandTools } from '../tools.ts'
import { confirmActions } from './confirmation.ts'
import { filterWords } from './filter-words.ts'

const rights = { audience: 'admins', area: 'filters' } as const
const articlesTested = 200
const matchesShown = 10

const ruleOptions: Command['options'] = [
  textOption('value', 'option.filterValue', { required: true, positional: true }),
  {
    name: 'action',
    kind: 'choice',
    description: 'option.filterAction',
    required: false,
    choices: ['drop', 'boost', 'mention'],
  },
  {
    name: 'field',
    kind: 'choice',
    description: 'option.filterField',
    required: false,
    choices: ['any', 'title', 'text', 'source', 'author', 'url', 'language'],
  },
  {
    name: 'match',
    kind: 'choice',
    description: 'option.filterMatch',
    required: false,
    choices: ['contains', 'regex', 'is'],
  },
  { name: 'not', kind: 'boolean', description: 'option.filterNot', required: false },
]

function readRule({ options: given, wording }: ReadyCall, id: string): Filter {
  const filter: Filter = {
    id,
    action: (given.action ?? 'drop') as Filter['action'],
    field: (given.field ?? 'any') as Filter['field'],
    match: (given.match ?? 'contains') as Filter['match'],
    value: given.value ?? '',
    not: given.not === 'yes',
    scope: undefined,
  }
  const why = patternFault(filter)
  if (why !== undefined) {
    throw new UsageError(wording.say('fault.pattern', { value: short(filter.value), why }), {
      option: 'value',
    })
  }
  return filter
}

export const filtersAdd: Command = {
  ...rights,
  name: 'filters add',
  description: 'command.filtersAdd',
  options: [...ruleOptions, textOption('scope', 'option.filterScope', { completes: 'digests' })],
  examples: [
    { line: 'filters add horoscope field:title', says: 'Drops articles whose title contains' },
    { line: 'filters add bridge action:boost scope:morning', says: '(morning)' },
    { line: 'filters add "(" match:regex', says: 'cannot be read as a pattern' },
  ],
  run: async (call, tools) => {
    const { wording } = call
    const scope = await readScope(call, tools)
    const filter = { ...readRule(call, `command-${tools.random.id()}`), scope }
    return call.remember(async (memory) => {
      const same = (await memory.listFilters()).find(isSameRule(filter))
      if (same) return failed(wording.say('filters.known', { rule: filterWords(same, wording) }))
      await memory.saveFilter(filter, 'command')
      await audit(call, memory, undefined, filter)
      return done(
        paragraph(filterWords(filter, wording)),
        actions({
          label: wording.say('action.undo'),
          command: 'filters remove confirmed',
          options: { filter: filter.id },
        }),
      )
    })
  },
}

function isSameRule(filter: Filter) {
  const rule = ({ id: _, managedBy: __, ...rest }: Filter & { managedBy?: unknown }) =>
    JSON.stringify(Object.entries(rest).sort())
  return (other: KeptFilter) => rule(other) === rule(filter)
}

/** A digest's name, or a channel; nothing for the whole workspace. */
async function readScope(call: ReadyCall, tools: CommandTools): Promise<string | undefined> {
  const { scope } = call.options
  if (scope === undefined) return undefined
  const isChannel = scope === 'here' || /^<#|:/.test(scope)
  if (isChannel) return writeChannelRef(await readChannel(scope, call, tools))
  return (await call.remember((memory) => findDigest(memory, scope, call.wording))).name
}

export const filtersList: Command = {
  ...rights,
  name: 'filters list',
  description: 'command.filtersList',
  options: [],
  examples: [{ line: 'filters list', says: 'horoscope' }],
  run: async (call) => {
    const { wording } = call
    const filters = await call.remember((memory) => memory.listFilters())
    if (filters.length === 0) return done(paragraph(wording.say('filters.none')))
    return done(
      heading(wording.say('filters.count', { count: filters.length })),
      list(
        filters.map((filter, at) => lineOf(filter, at, call)),
        true,
      ),
    )
  },
}

function lineOf(filter: KeptFilter, _at: number, { wording }: ReadyCall): string {
  const words = filterWords(filter, wording)
  return filter.managedBy === 'file' ? `${words} · ${wording.say('managed.file')}` : words
}

const filterOption = textOption('filter', 'option.filter', { required: true, positional: true })

/** A filter by its number in the list, its id, or its value. */
async function findFilter(
  memory: Memory,
  { options: given, wording }: ReadyCall,
): Promise<KeptFilter> {
  const filters = await memory.listFilters()
  const typed = given.filter ?? ''
  const found =
    filters.find(({ id, value }) => id === typed || value === typed) ?? filters[Number(typed) - 1]
  if (found) return found
  throw new UsageError(
    wording.say('fault.filter', { value: short(typed), count: filters.length }),
    {
      option: 'filter',
    },
  )
}

export const filtersRemove: Command = {
  ...rights,
  name: 'filters remove',
  description: 'command.filtersRemove',
  options: [filterOption],
  examples: [
    { line: 'filters remove horoscope', says: 'Remove this filter?' },
    { line: 'filters remove 99', says: 'no filter “99”' },
  ],
  run: async (call) => {
    const { wording } = call
    const filter = await call.remember((memory) => findFilter(memory, call))
    refuseManaged(filter, filter.value, wording)
    const label = wording.say('action.remove')
    const target = { filter: filter.id }
    return done(
      paragraph(wording.say('filters.ask', { rule: filterWords(filter, wording) })),
      actions(...confirmActions(call, label, 'filters remove confirmed', target, 'danger')),
    )
  },
}

export const filtersRemoveConfirmed: Command = {
  ...filtersRemove,
  name: 'filters remove confirmed',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording } = call
      const { managedBy, ...filter } = await findFilter(memory, call)
      refuseManaged({ managedBy }, filter.value, wording)
      await memory.removeFilter(filter.id)
      await audit(call, memory, filter, undefined)
      return done(
        paragraph(wording.say('filters.removed', { rule: filterWords(filter, wording) })),
        actions({
          label: wording.say('action.undo'),
          command: 'filters restore',
          options: { rule: JSON.stringify(filter) },
        }),
      )
    }),
}

/** The rule itself stands in the stored action: it comes from our own table, never from what was typed. */
export const filtersRestore: Command = {
  ...rights,
  name: 'filters restore',
  description: 'command.filtersRemove',
  options: [textOption('rule', 'option.filter', { required: true, kind: 'file' })],
  isHidden: true,
  isOnce: true,
  examples: [],
  run: (call) =>
    call.remember(async (memory) => {
      const filter = JSON.parse(call.options.rule ?? '') as Filter
      await memory.saveFilter(filter, 'command')
      await audit(call, memory, undefined, filter)
      return done(paragraph(filterWords(filter, call.wording)))
    }),
}

export const filtersTest: Command = {
  ...rights,
  name: 'filters test',
  description: 'command.filtersTest',
  options: ruleOptions,
  examples: [{ line: 'filters test bridge', says: 'Harbour bridge closed' }],
  run: async (call) => {
    const { wording } = call
    const filter = readRule(call, 'test')
    const matches = toFilterMatch(filter)
    const { feeds, articles } = await call.remember(async (memory) => {
      const own = await memory.listFeeds()
      const each = Math.max(1, Math.floor(articlesTested / Math.max(1, own.length)))
      const found = []
      for (const { feedId } of own) found.push(...(await memory.newestArticles(feedId, each)))
      return { feeds: own, articles: found }
    })
    const hits = articles.filter((article) => {
      const source = feeds.find(({ feedId }) => feedId === article.feedId)?.name
      return matches({ ...article, source: source ?? article.publisher })
    })
    return done(
      paragraph(filterWords(filter, wording)),
      heading(wording.say('filters.tested', { count: hits.length, of: articles.length })),
      ...(hits.length > 0
        ? [
            list(
              hits.slice(0, matchesShown).map(({ title, publisher }) => `${title} · ${publisher}`),
            ),
          ]
        : []),
    )
  },
}
