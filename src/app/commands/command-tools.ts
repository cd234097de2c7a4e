import { answerFromArticles } from '../../briefing/answer/answer-from-articles.ts'
import type { Answerer } from '../../briefing/answer/answerer.ts'
import { type CommandTools, defaultQuotas, type Quotas } from '../../commands/tools.ts'
import { writeConfigText } from '../../config/from-wishes.ts'
import type { PlatformName } from '../../domain/channel.ts'
import { readOpml } from '../../feeds/opml/read-opml.ts'
import { writeOpml } from '../../feeds/opml/write-opml.ts'
import type { House } from '../../pipeline.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../../support/clock.ts'
import { refusalOf } from '../../support/http/refusal.ts'
import type { Log } from '../../support/log.ts'
import type { Random } from '../../support/random.ts'
import { commandMemory } from '../command-memory.ts'
import type { Platforms } from '../platforms.ts'
import type { Reading } from '../reading.ts'
import { composeNow } from './compose-now.ts'
import { mayPost } from './may-post.ts'
import { readFirst } from './read-first.ts'
import { runDigest } from './run-digest.ts'
import { summarizeLink } from './summarize-link.ts'

export type CommandParts = {
  readonly store: Store
  readonly house: House
  readonly reading: Reading
  readonly platforms: Platforms
  /** The language model; undefined where none is set up. */
  readonly answerer: Answerer | undefined
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Private networks that feeds may be fetched from. */
  readonly allowNetworks: readonly string[]
  readonly quotas: Quotas
}

const unlimited = Number.POSITIVE_INFINITY

/** Whoever sits at the machine may ask as much of it as they like. */
export const operatorQuotas: Quotas = {
  commandsPerMinutePerPerson: unlimited,
  pressesPerMinutePerPerson: unlimited,
  commandsPerMinute: unlimited,
  feedAddsPerMinute: unlimited,
  feeds: unlimited,
  channels: unlimited,
}

/** Feeds and channels are counted only where strangers may install the bot; the operator's own workspace has no such limit. */
export function platformQuotas(isOpenToStrangers: boolean): Quotas {
  return isOpenToStrangers
    ? defaultQuotas
    : { ...defaultQuotas, feeds: unlimited, channels: unlimited }
}

/** What commands need of each room. */
export function createCommandTools(parts: CommandParts): CommandTools {
  const { store, house, reading, platforms, clock, random, log } = parts
  const platformOf = (id: string) => platforms.all.get(id.split(':')[0] as PlatformName)
  return {
    clock,
    random,
    quotas: parts.quotas,
    inWorkspace: (workspaceId, work) =>
      store.inWorkspace(workspaceId, (tx) => work(commandMemory(tx))),
    onFault: (error, number) => log.error('command failed', { number, error }),
    adminNames: () => Promise.resolve([]),
    mayPost: (caller, channel) => mayPost(caller, channel, platforms),
    directChannel: platforms.directChannel,
    async tellAdmins(workspaceId, document) {
      await platformOf(workspaceId)?.tellAdmins(workspaceId, document)
    },
    lookAtFeed: reading.lookAtFeed,
    async readFirst(feed) {
      try {
        return await readFirst(feed, store, house)
      } catch (error) {
        // It is added all the same, and polled with the others.
        log.warn('added feed not read', { feed, error })
        return 0
      }
    },
    readOpml: (text) => readOpml(text, (url) => refusalOf(url, parts.allowNetworks)),
    writeOpml: (feeds) => writeOpml(feeds),
    compose: (request) => composeNow(store, house, request),
    runDigest: (subscription) => runDigest(store, house, subscription),
    summarizeLink: (request) => summarizeLink(request, { ...reading, now: clock.now }),
    answer: ({ wording, ...request }) =>
      answerFromArticles(
        { ...request, language: wording.language },
        {
          answerer: parts.answerer,
          wording,
          onFault: (error) => log.error('question not answered by the model', { error }),
        },
      ),
    writeConfig: writeConfigText,
  }
}
