import type { DiscordSettings, Settings, SlackSettings } from '../config/settings.ts'
import type { ChannelRef, PlatformName } from '../domain/channel.ts'
import type { Caller } from '../domain/command.ts'
import type { Platform } from '../domain/platform.ts'
import type { TextFormat } from '../platforms/console/render/render-text.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../support/clock.ts'
import type { Mount } from '../support/inbound.ts'
import type { Log } from '../support/log.ts'
import type { Random } from '../support/random.ts'
import { createConsole } from './console.ts'
import { createPlatformNews, type PlatformNews } from './platform-news.ts'
import { refuseMissingKeys } from './reseal.ts'
import { sealedInstallations } from './sealed-installations.ts'
import { createSlackAnswers } from './slack-answers.ts'

export type PlatformParts = {
  readonly settings: Settings
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Where the console's messages are printed. */
  readonly console: { readonly format: TextFormat; write(text: string): void }
}

export type Platforms = {
  readonly all: ReadonlyMap<PlatformName, Platform>
  /** What they answer on the web server. */
  readonly mounts: readonly Mount[]
  /**
   * Whether a digest may go for this caller to a channel other than the one they are in (S16). Slack does not tell who is in a
   * channel without a scope that we do not ask for; the console is its operator's own.
   */
  mayPostElsewhere(caller: Caller, channel: ChannelRef): Promise<boolean>
  /**
   * The caller's own conversation with the bot; undefined where there is none. Slack opens it by the person's own id
   * (docs.slack.dev, chat.postMessage, "Post to a DM"), Discord by one of its own.
   */
  directChannel(caller: Caller): Promise<ChannelRef | undefined>
  /** Sentences about platforms on which nothing is heard any more. */
  faults(): readonly string[]
}

/** The platforms whose settings are there; the console always is. A platform's library is loaded only where it is used. */
export async function createPlatforms(parts: PlatformParts): Promise<Platforms> {
  const { settings, store, console: own } = parts
  const all = new Map<PlatformName, Platform>()
  const news = createPlatformNews({ ...parts, platforms: () => all })
  const slack = settings.slack && (await createSlack(settings.slack, parts, news))
  const discord = settings.discord && (await createDiscord(settings.discord, parts, news))
  for (const platform of [createConsole(store, own.format, own.write), slack, discord]) {
    if (platform) all.set(platform.name, platform)
  }
  return {
    all,
    faults: news.faults,
    mounts: [...(slack?.mounts ?? []), ...(discord?.mounts ?? [])],
    async mayPostElsewhere(caller, channel) {
      if (caller.platform === 'console') return true
      return caller.platform === 'discord' && (await discord?.mayPost(caller, channel)) === true
    },
    async directChannel(caller) {
      const { platform, personId } = caller
      if (platform === 'discord') return discord?.directChannel(caller)
      return { platform, id: platform === 'console' ? 'me' : personId }
    },
  }
}

async function createSlack(slack: SlackSettings, parts: PlatformParts, news: PlatformNews) {
  const { createSlackPlatform } = await import('../platforms/slack/slack-platform.ts')
  const { settings, store, clock, random, log } = parts
  if (slack.oauth) await refuseMissingKeys(store, settings.secretKeys)
  const answers = createSlackAnswers(slack.apiUrl, settings, clock)
  const platform = createSlackPlatform({
    settings: slack,
    clock,
    random,
    log,
    postJson: answers.postJson,
    onRemoved: news.onRemoved,
    onDeaf: (words) => news.onDeaf('slack', words),
    publicUrl: settings.http.publicUrl,
    ...(settings.secretKeys.length > 0 && {
      installations: sealedInstallations(store, settings.secretKeys),
    }),
  })
  return {
    ...platform,
    async stop() {
      await platform.stop()
      await answers.close()
    },
  }
}

async function createDiscord(
  settings: DiscordSettings,
  { clock, log }: PlatformParts,
  news: PlatformNews,
) {
  const { createDiscordPlatform } = await import('../platforms/discord/discord-platform.ts')
  return createDiscordPlatform({
    ...settings,
    clock,
    log,
    onJoined: news.onJoined,
    onRemoved: news.onRemoved,
    onDeaf: (words) => news.onDeaf('discord', words),
  })
}
