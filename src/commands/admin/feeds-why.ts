import type { Reply } from '../../domain/command.ts'
import type { FeedSubscription } from '../../domain/subscription.ts'
import type { Command, ReadyCall } from '../command.ts'
import type { FeedHealth, Memory } from '../memory.ts'
import { findFeed } from '../read/named.ts'
import { done, failed, fields, heading, list, paragraph } from '../reply.ts'
import { textOption } from '../shared-options.ts'
import { timeWords } from '../times.ts'
import { articleStages, isOwnArticle } from '../why.ts'
import { healthWords, rhythmWords, savedWords } from './feed-words.ts'

const articlesShown = 5

export const feedsWhy: Command = {
  name: 'feeds why',
  description: 'command.feedsWhy',
  options: [
    textOption('feed', 'option.whyFeed', { positional: true, completes: 'feeds' }),
    { name: 'url', kind: 'url', description: 'option.whyUrl', required: false },
  ],
  audience: 'admins',
  area: 'feeds',
  examples: [
    { line: 'feeds why "Harbour Post"', says: 'not read yet' },
    { line: 'feeds why url:https://harbour.example/bridge', says: 'First seen' },
    { line: 'feeds why https://harbour.example/nowhere', says: 'no article with this link' },
  ],
  run: (call) => {
    const { feed, url } = call.options
    const link = url ?? (/^<?https?:/.test(feed ?? '') ? feed : undefined)
    return call.remember((memory) =>
      link === undefined ? whyFeed(feed, memory, call) : whyLink(link, memory, call),
    )
  },
}

async function whyLink(typed: string, memory: Memory, call: ReadyCall): Promise<Reply> {
  const url = typed.replace(/^<([^|>]*)(\|[^>]*)?>$/, '$1')
  const article = await memory.findArticleByUrl(url)
  if (article && (await isOwnArticle(memory, article))) {
    return done(...(await articleStages(article, memory, call)))
  }
  const feed = (await memory.listFeeds()).find((each) => each.url === url)
  return feed ? explainFeed(feed, memory, call) : failed(call.wording.say('why.noArticle'))
}

async function whyFeed(typed: string | undefined, memory: Memory, call: ReadyCall): Promise<Reply> {
  if (typed === undefined) return failed(call.wording.say('why.what'))
  return explainFeed(await findFeed(memory, typed, call.wording), memory, call)
}

async function explainFeed(
  feed: FeedSubscription,
  memory: Memory,
  call: ReadyCall,
): Promise<Reply> {
  const [health] = await memory.feedHealth([feed.feedId])
  const articles = await memory.newestArticles(feed.feedId, articlesShown)
  return done(
    heading(feed.name),
    paragraph(healthWords(feed, health, call)),
    fields(stages(feed, health, call)),
    ...(articles.length > 0
      ? [
          list(
            articles.map(({ title, firstSeenAt }) => `${title} · ${timeWords(firstSeenAt, call)}`),
          ),
        ]
      : []),
  )
}

function stages(
  feed: FeedSubscription,
  health: FeedHealth | undefined,
  call: ReadyCall,
): readonly (readonly [string, string])[] {
  const { wording } = call
  const state = health?.state
  const at = (instant: Date | undefined) => (instant ? timeWords(instant, call) : '–')
  const minutes = Math.round((state?.intervalMs ?? 0) / 60_000)
  const rhythm = rhythmWords(health, call)
  const saved = savedWords([health], call)
  return [
    [wording.say('whyFeed.address'), feed.url],
    [wording.say('whyFeed.checked'), at(state?.lastCheckedAt)],
    [wording.say('whyFeed.success'), at(state?.lastSuccessAt)],
    [wording.say('whyFeed.news'), at(state?.lastNewAt ?? health?.newestAt)],
    [wording.say('whyFeed.next'), feed.paused ? '–' : at(health?.nextCheckAt)],
    ...(minutes > 0
      ? [[wording.say('whyFeed.pace'), wording.say('whyFeed.minutes', { minutes })] as const]
      : []),
    ...(rhythm === undefined ? [] : [[wording.say('whyFeed.rhythm'), rhythm] as const]),
    ...(saved === undefined ? [] : [[wording.say('whyFeed.saved'), saved] as const]),
    ...(state?.failure
      ? [
          [
            wording.say('whyFeed.failures'),
            `${state.failure.streak} · ${state.failure.sentence}`,
          ] as const,
        ]
      : []),
  ]
}
