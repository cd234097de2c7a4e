import type { Action, Block } from '../../domain/document.ts'
import { budgetWords } from '../admin/budget.ts'
import { healthOf } from '../admin/feed-words.ts'
import type { Command, ReadyCall } from '../command.ts'
import type { Memory } from '../memory.ts'
import { listChannelDigests } from '../read/named.ts'
import { nextRuns } from '../read/schedule.ts'
import { actions, done, fields, footer, heading, list } from '../reply.ts'
import { timeWords } from '../times.ts'
import { latestEdition } from './briefing-latest.ts'
import { describe } from './briefing-me.ts'

const divider = { kind: 'divider' } as const

/** The home page that Slack and Discord open: what there is, what is mine, and what is to be done first. */
export const home: Command = {
  name: 'briefing home',
  description: 'command.home',
  options: [],
  audience: 'everyone',
  examples: [{ line: 'briefing home', says: 'Dateline' }],
  run: (call) =>
    call.remember(async (memory) => {
      const { wording, may, caller } = call
      return done(
        heading(wording.say('home.title')),
        ...(await overview(memory, call)),
        ...(caller.isStranger ? [] : [divider, ...(await describe(memory, call))]),
        ...(may('all') ? [divider, ...(await adminPart(memory, call))] : []),
        footer(wording.say('help.privacy')),
      )
    }),
}

async function overview(memory: Memory, call: ReadyCall): Promise<readonly Block[]> {
  const { wording, now } = call
  const last = await latestEdition(memory, call)
  const digests = (await listChannelDigests(memory)).filter(({ paused }) => !paused)
  const [next] = digests
    .flatMap(({ title, schedule }) => nextRuns(schedule, now, 1).map((at) => ({ title, at })))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  return [
    fields([
      [
        wording.say('home.last'),
        last?.digest ? `${last.digest.title} · ${timeWords(last.dueAt, call)}` : '–',
      ],
      [wording.say('home.next'), next ? `${next.title} · ${timeWords(next.at, call)}` : '–'],
    ]),
    actions({
      label: wording.say('action.briefing'),
      command: 'briefing now',
      options: {},
      style: 'primary',
    }),
  ]
}

async function adminPart(memory: Memory, call: ReadyCall): Promise<readonly Block[]> {
  const { wording, now } = call
  const feeds = await memory.listFeeds()
  const digests = await listChannelDigests(memory)
  const health = new Map(
    (await memory.feedHealth(feeds.map(({ feedId }) => feedId))).map((each) => [each.feedId, each]),
  )
  const failing = feeds.filter((feed) =>
    ['failing', 'stopped'].includes(healthOf(feed, health.get(feed.feedId), now)),
  ).length
  const posted = await latestEdition(memory, call)
  const steps: readonly (readonly [boolean, string])[] = [
    [feeds.length > 0, wording.say('home.stepFeed')],
    [digests.length > 0, wording.say('home.stepDigest')],
    [posted !== undefined, wording.say('home.stepPreview')],
  ]
  const isSetUp = steps.every(([isDone]) => isDone)
  return [
    heading(wording.say('home.admins')),
    ...(isSetUp ? [] : [list(steps.map(([isDone, words]) => `${isDone ? '✓' : '○'} ${words}`))]),
    fields([
      [
        wording.say('status.feeds'),
        wording.say('status.feedsAre', { count: feeds.length, failing }),
      ],
      [wording.say('status.digests'), wording.say('status.digestsAre', { count: digests.length })],
      [
        wording.say('status.spending'),
        budgetWords(await memory.readBudget(), await memory.spentThisMonth(), call),
      ],
    ]),
    actions(...adminActions(call)),
  ]
}

function adminActions({ wording }: ReadyCall): readonly Action[] {
  return [
    { label: wording.say('action.addFeed'), command: 'feeds add', options: {} },
    { label: wording.say('action.createDigest'), command: 'digest create', options: {} },
    { label: wording.say('action.feeds'), command: 'feeds list', options: {} },
    { label: wording.say('action.digests'), command: 'digest list', options: {} },
    { label: wording.say('action.status'), command: 'status', options: {} },
  ]
}
