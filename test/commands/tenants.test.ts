import { expect, test } from 'vitest'
import { commands } from '../../src/commands/table.ts'
import type { Action } from '../../src/domain/document.ts'
import { listAudit } from '../../src/store/audit/audit.ts'
import { exportData } from '../../src/store/data/workspace-data.ts'
import { listFeedSubscriptions } from '../../src/store/wishes/feed-subscriptions.ts'
import { listFilters } from '../../src/store/wishes/filters.ts'
import { listSubscriptions } from '../../src/store/wishes/subscriptions.ts'
import { aCaller, actionsOf, aDesk, away, home, type SampleDesk, wordsOf } from './a-desk.ts'

/** An admin of another workspace, whose platform calls them by the same id. */
const neighbour = aCaller({ workspaceId: away })

/** Everything of the workspace that anybody could change. */
async function standing({ store }: SampleDesk) {
  return store.inWorkspace(home, async (tx) => ({
    ...(await exportData(tx, undefined)),
    audit: (await listAudit(tx, 1000)).length,
  }))
}

/** For each option the workspace's own ids, which say nothing of what they stand for. */
async function ownIds({ store }: SampleDesk): Promise<Readonly<Record<string, string>>> {
  return store.inWorkspace(home, async (tx) => {
    const [feed] = await listFeedSubscriptions(tx)
    const [digest] = await listSubscriptions(tx)
    const [filter] = await listFilters(tx)
    return {
      feed: feed?.feedId ?? '',
      feeds: feed?.feedId ?? '',
      source: feed?.feedId ?? '',
      digest: digest?.id ?? '',
      scope: digest?.id ?? '',
      filter: filter?.id ?? '',
      story: 'story-bridge',
      article: 'bridge',
      id: 'any',
      url: 'https://harbour.example/bridge',
      question: 'why is it closed?',
      search: 'pillars',
      value: 'pillars',
      of: 'workspace',
      resume: 'yes',
    }
  })
}

const secrets = /Wire One|Harbour Post|Morning briefing|horoscope|inspectors|Ada Lind|slot-1/

test.each(commands)(
  '$name of another workspace finds nothing and changes nothing',
  async (command) => {
    const sample = await aDesk()
    const ids = await ownIds(sample)
    const before = await standing(sample)
    const names = command.options.map(({ name }) => name)
    const all = Object.fromEntries(names.flatMap((name) => (ids[name] ? [[name, ids[name]]] : [])))
    const each = Object.entries(all).map(([name, value]) => ({ [name]: value }))
    for (const [at, options] of [{}, all, ...each].entries()) {
      for (const isForm of [false, true]) {
        const id = `${at}-${isForm}`
        const call = { id, command: command.name, options, caller: neighbour, isForm }
        const reply = await sample.desk.run(call)
        const words = `${wordsOf(reply)}${JSON.stringify(reply.form ?? '')}`
        // The sample's own rooms make up a briefing for whoever asks.
        if (!['summarize', 'feeds test'].includes(command.name)) expect(words).not.toMatch(secrets)
      }
    }
    expect(await standing(sample)).toEqual(before)
    expect(sample.told.faults).toEqual([])
  },
)

test('no button of a workspace, nor one behind it, does anything in another', async () => {
  const first = await aDesk()
  let buttons: readonly Action[] = []
  for (const { examples } of commands) {
    for (const { line } of examples) buttons = [...buttons, ...actionsOf(await first.type(line))]
  }
  const behind: Action[] = []
  for (const button of buttons) behind.push(...actionsOf(await first.press(button)))
  expect(behind.map(({ command }) => command)).toEqual(
    expect.arrayContaining(['feeds restore', 'digest restore', 'filters restore', 'mute undone']),
  )
  const before = await standing(first)
  for (const button of [...buttons, ...behind]) {
    const reply = await first.press(button, neighbour)
    expect({ command: button.command, outcome: reply.outcome }).toEqual({
      command: button.command,
      outcome: 'failed',
    })
    expect(wordsOf(reply)).toContain('no longer there')
  }
  expect(await standing(first)).toEqual(before)
})

test.each(['feeds', 'digests', 'stories', 'topics', 'categories'] as const)(
  '%s of another workspace are not offered while typing',
  async (kind) => {
    const { desk } = await aDesk()
    expect(await desk.complete({ kind, typed: '', caller: aCaller() })).not.toEqual([])
    expect(await desk.complete({ kind, typed: '', caller: neighbour })).toEqual([])
  },
)
