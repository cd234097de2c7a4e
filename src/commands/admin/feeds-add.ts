import type { Reply } from '../../domain/command.ts'
import { type Block, link, text } from '../../domain/document.ts'
import { UsageError } from '../../domain/errors.ts'
import type { FeedSubscription } from '../../domain/subscription.ts'
import { audit, type Command, type ReadyCall } from '../command.ts'
import type { Memory } from '../memory.ts'
import { readLanguage } from '../read/language.ts'
import { actions, done, failed, heading, list, paragraph } from '../reply.ts'
import { options, textOption } from '../shared-options.ts'
import { dayWords } from '../times.ts'
import type { FeedLook, Quotas } from '../tools.ts'
import { confirmActions } from './confirmation.ts'

const newestShown = 3
const minuteMs = 60_000
const longestName = 80

export const feedsAdd: Command = {
  name: 'feeds add',
  description: 'command.feedsAdd',
  options: [
    { name: 'url', kind: 'url', description: 'option.url', required: true, positional: true },
    textOption('name', 'option.name'),
    options.category,
    options.language,
  ],
  audience: 'admins',
  area: 'feeds',
  examples: [
    { line: 'feeds add https://harbour.example/feed', says: 'Add “Harbour Gazette”?' },
    { line: 'feeds add harbour.example/feed category:local', says: 'Harbour bridge closed' },
    { line: 'feeds add https://silent.example/', says: 'offers no feed' },
    { line: 'feeds add bridge', says: 'I read the url as “bridge”' },
  ],
  run: async (call, tools) => {
    const { url = '' } = call.options
    if (call.options.language) readLanguage(call.options.language, call.wording)
    await checkQuotas(call, tools.quotas)
    const look = await tools.lookAtFeed(url)
    switch (look.kind) {
      case 'failed':
        return failed(look.why)
      case 'choice':
        return offerChoice(call, look)
      case 'feed':
        return offer(call, look)
    }
  },
}

async function checkQuotas(call: ReadyCall, quotas: Quotas): Promise<void> {
  const { adds, feeds } = await call.remember(async (memory) => ({
    adds: await memory.countUp('feed-adds', minuteMs),
    feeds: (await memory.listFeeds()).length,
  }))
  if (adds > quotas.feedAddsPerMinute) {
    throw new UsageError(call.wording.say('fault.tooMany', { limit: quotas.feedAddsPerMinute }))
  }
  if (feeds >= quotas.feeds) {
    throw new UsageError(call.wording.say('fault.tooManyFeeds', { limit: quotas.feeds }))
  }
}

function offerChoice(
  { wording, options: given }: ReadyCall,
  { feeds }: Extract<FeedLook, { kind: 'choice' }>,
): Reply {
  return done(
    paragraph(wording.say('feedsAdd.choice', { count: feeds.length })),
    list(feeds.map(({ title, url }) => [link(title, url)])),
    actions(
      ...feeds.slice(0, 5).map(({ title, url }) => ({
        label: title.slice(0, 60),
        command: 'feeds add',
        options: { ...given, url },
      })),
    ),
  )
}

type Found = Extract<FeedLook, { kind: 'feed' }>

async function offer(call: ReadyCall, look: Found): Promise<Reply> {
  const { wording, options: given } = call
  const known = await call.remember((memory) => memory.listFeeds())
  const same = known.find(({ url }) => url === look.url)
  if (same) return failed(wording.say('feedsAdd.known', { name: same.name }))
  const name = freeName((given.name ?? look.title).slice(0, longestName), look.url, known)
  return done(
    heading(wording.say('feedsAdd.ask', { name })),
    ...newest(call, look),
    actions(
      ...confirmActions(
        call,
        wording.say('action.add'),
        'feeds add confirmed',
        { ...given, url: look.url, name },
        'primary',
      ),
    ),
  )
}

function newest(call: ReadyCall, { items }: Found): readonly Block[] {
  if (items.length === 0) return [paragraph(call.wording.say('feedsAdd.empty'))]
  return [
    paragraph(call.wording.say('feedsAdd.newest', { count: items.length })),
    list(
      items
        .slice(0, newestShown)
        .map(({ title, url, publishedAt }) => [
          link(title, url),
          ...(publishedAt ? [text(` · ${dayWords(publishedAt, call)}`)] : []),
        ]),
    ),
  ]
}

/** A name that no other feed of the workspace has: digests choose feeds by their names. */
export function freeName(
  wanted: string,
  url: string,
  known: readonly Pick<FeedSubscription, 'name' | 'url'>[],
): string {
  const isTaken = (name: string) =>
    known.some((each) => each.url !== url && each.name.toLowerCase() === name.toLowerCase())
  const base = wanted.trim() || (URL.parse(url)?.hostname ?? url)
  if (!isTaken(base)) return base
  const host = `${base} (${URL.parse(url)?.hostname ?? url})`
  if (!isTaken(host)) return host
  let number = 2
  while (isTaken(`${host} ${number}`)) number += 1
  return `${host} ${number}`
}

export const feedsAddConfirmed: Command = {
  ...feedsAdd,
  name: 'feeds add confirmed',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: async (call, tools) => {
    const { wording } = call
    const feed = await call.remember((memory) => addFeed(memory, call))
    const count = await tools.readFirst(feed.feedId)
    const digests = await call.remember((memory) => memory.listDigests())
    return done(
      paragraph(wording.say('feedsAdd.done', { name: feed.name, count })),
      ...(digests.length === 0 ? [paragraph(wording.say('hint.createDigest'))] : []),
    )
  },
}

async function addFeed(
  memory: Memory,
  call: Pick<ReadyCall, 'options' | 'wording' | 'caller' | 'command'>,
): Promise<FeedSubscription> {
  const { url = '', name = '', category, language } = call.options
  const known = await memory.listFeeds()
  const same = known.find((each) => each.url === url)
  if (same) return same
  const feed = await memory.saveFeed(
    {
      name: freeName(name, url, known),
      url,
      categories: splitList(category),
      weight: 1,
      language: language === undefined ? undefined : readLanguage(language, call.wording),
      paused: false,
    },
    'command',
  )
  await audit(call, memory, undefined, feed)
  return feed
}

/** `world, local` as words; nothing for nothing. */
export function splitList(typed: string | undefined): readonly string[] {
  const parts = (typed ?? '').split(',').map((part) => part.trim().slice(0, longestName))
  return [...new Set(parts.filter((part) => part !== ''))]
}
