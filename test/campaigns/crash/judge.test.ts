import { describe, expect, test } from 'vitest'
import { breaches, judge } from './judge.ts'
import { type Promised, workspaces } from './promises.ts'
import type { Standing } from './standing.ts'

const onSlack: Promised = {
  digest: 1,
  workspaceId: workspaces.open,
  channel: { platform: 'slack', id: 'C1' },
  messages: 2,
}
const onBlindSlack: Promised = { ...onSlack, workspaceId: workspaces.blind }
const onDiscord: Promised = {
  digest: 1,
  workspaceId: workspaces.discord,
  channel: { platform: 'discord', id: '31' },
  messages: 2,
}

function standing(part: number, changes: Partial<Standing> = {}): Standing {
  return {
    platform: 'slack',
    teamId: 'T0001',
    channelId: 'C1',
    parentId: part === 0 ? undefined : 'p',
    id: part === 0 ? 'p' : `r${part}`,
    atMs: 10_000 * (part + 1),
    fault: undefined,
    mark: { digest: 1, part },
    ...changes,
  }
}

const both = [standing(0), standing(1)]
const blind = both.map((each) => ({ ...each, teamId: 'T0002' }))
const again = { ...standing(0, { teamId: 'T0002' }), id: 'p2', atMs: 90_000 }
const discord = both.map((each) => ({ ...each, teamId: undefined, channelId: '31' }))

describe('the judge of a crash campaign', () => {
  test('has nothing to say where every message stands once in its place', () => {
    expect(breaches(judge([onSlack], both, []))).toEqual([])
    expect(breaches(judge([onDiscord], discord, []))).toEqual([])
  })

  test.each([
    ['1 lost: 1/1', [standing(0)]],
    ['1 in the wrong place: 1/1', [standing(0), standing(1, { channelId: 'C2' })]],
    ['2 in the wrong place: 1/0', both.map((each) => ({ ...each, teamId: 'T0002' }))],
    ['1 in the wrong place: 1/1', [standing(0), standing(1, { parentId: 'another' })]],
    ['1 in the wrong place: stray x', [...both, standing(0, { id: 'x', mark: undefined })]],
    ['1 before the part ahead of it: 1/1', [standing(0), standing(1, { atMs: 1 })]],
    ['1 twice on Slack with a history: 1/0', [...both, standing(0, { id: 'p2' })]],
  ])('says "%s"', (words, standings) => {
    expect(breaches(judge([onSlack], standings, [])).join()).toContain(words)
  })

  test('takes a second message on Discord for a breach, whatever happened', () => {
    const twice = [...discord, { ...standing(1, { channelId: '31', id: 'r2' }), teamId: undefined }]
    const verdict = judge([onDiscord], twice, [{ kind: 'kill', atMs: 20_001 }])
    expect(breaches(verdict).join()).toContain('1 twice on Discord: 1/1')
  })

  test('forgives one on Slack without a history for a kill in the window, and for an answer that was lost', () => {
    const kill = { kind: 'kill', atMs: 10_500 } as const
    expect(breaches(judge([onBlindSlack], [...blind, again], [kill]))).toEqual([])
    const unheard = blind.map((each) => ({ ...each, fault: 'accept-then-reset' }))
    expect(breaches(judge([onBlindSlack], [...unheard, again], []))).toEqual([])
  })

  test('forgives none there for a kill at another time', () => {
    const kill = { kind: 'kill', atMs: 50_000 } as const
    expect(breaches(judge([onBlindSlack], [...blind, again], [kill])).join()).toContain(
      'for no reason: 1/0',
    )
  })
})
