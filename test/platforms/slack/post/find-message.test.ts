import { describe, expect, test } from 'vitest'
import { deliveryId } from '../../../../src/domain/ids.ts'
import { freshSlack, outgoing, platformOn, reply, team, workspaceIn } from '../slack-fixture.ts'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

describe('a message of unknown fate', () => {
  test.each(['accept-then-fail', 'accept-then-reset'] as const)(
    'is found after %s',
    async (kind) => {
      const slack = await freshSlack()
      const platform = platformOn(slack)
      slack.faults.arm({ method: 'chat.postMessage', act: { kind } })
      const sent = outgoing()
      expect(await platform.post(sent)).toMatchObject({ kind: 'unknown' })
      expect(await platform.find(sent, minutesAgo(0))).toEqual({
        kind: 'found',
        message: { channel: sent.channel, id: slack.messages[0]?.ts },
      })
    },
  )

  test('is found in the thread of its parent', async () => {
    const slack = await freshSlack()
    const platform = platformOn(slack)
    const parent = await platform.post(outgoing())
    if (parent.kind !== 'posted') throw new Error('not posted')
    const sent = reply(parent.message)
    await platform.post(sent)
    expect(await platform.find(sent, minutesAgo(1))).toMatchObject({
      kind: 'found',
      message: { id: slack.messages[1]?.ts },
    })
    const other = reply(parent.message, { deliveryId: deliveryId('other') })
    expect(await platform.find(other, minutesAgo(1))).toEqual({ kind: 'absent' })
  })

  test('is absent when the listing is complete and it is not there', async () => {
    const slack = await freshSlack()
    const platform = platformOn(slack)
    await platform.post(outgoing())
    expect(await platform.find(outgoing(), minutesAgo(1))).toEqual({ kind: 'absent' })
  })

  test('is found behind the first page', async () => {
    const slack = await freshSlack({ isRateLimited: false })
    const platform = platformOn(slack)
    const sent = outgoing()
    await platform.post(sent)
    for (let n = 0; n < 250; n += 1) await platform.post(outgoing())
    expect(await platform.find(sent, minutesAgo(1))).toMatchObject({ kind: 'found' })
  })

  test.each(['channels:history', 'groups:history'])(
    'cannot be looked for without %s',
    async (scope) => {
      const slack = await freshSlack()
      const { scopes, channels } = workspaceIn(slack)
      scopes.delete(scope)
      const id = scope === 'channels:history' ? 'C0001' : 'G0001'
      channels.set(id, {
        id,
        isMember: true,
        isArchived: false,
        isPrivate: false,
        refusal: undefined,
      })
      const sent = outgoing({ channel: { platform: 'slack', id } })
      expect(await platformOn(slack).find(sent, minutesAgo(1))).toMatchObject({
        kind: 'cannot-look',
      })
    },
  )

  test('is looked for later when Slack lets us look once a minute', async () => {
    const slack = await freshSlack()
    workspaceIn(slack).limitedHistory = true
    const platform = platformOn(slack)
    expect(await platform.find(outgoing(), minutesAgo(1))).toEqual({ kind: 'absent' })
    expect(await platform.find(outgoing(), minutesAgo(1))).toEqual({
      kind: 'failed',
      why: 'Slack asks to wait.',
      retryAfterMs: 60_000,
    })
  })
})

describe('the workspace of a channel', () => {
  const channel = { platform: 'slack', id: 'C0001' } as const

  test('is the one in which the bot sees it', async () => {
    const slack = await freshSlack()
    const platform = platformOn(slack)
    expect(await platform.workspaceOf(channel)).toBe(team)
    expect(await platform.workspaceOf({ ...channel, id: 'C9999' })).toBeUndefined()
    expect(await platform.workspaceOf({ platform: 'discord', id: 'C0001' })).toBeUndefined()
  })

  test('is the only one there is where the bot may not look', async () => {
    const slack = await freshSlack()
    workspaceIn(slack).scopes.delete('channels:read')
    workspaceIn(slack).scopes.delete('groups:read')
    expect(await platformOn(slack).workspaceOf(channel)).toBe(team)
  })
})

describe('a word to the admins', () => {
  const document = {
    blocks: [{ kind: 'notice', tone: 'warning', text: '#news has been archived.' }],
    fallback: '#news has been archived.',
  } as const

  test('reaches the owner first, and only admins', async () => {
    const slack = await freshSlack()
    expect(await platformOn(slack).tellAdmins(team, document)).toMatchObject({ kind: 'posted' })
    expect(slack.messages.map((message) => message.channel)).toEqual(['DUOWNER', 'DUADMIN'])
  })

  test('is refused when nobody is known', async () => {
    const slack = await freshSlack()
    workspaceIn(slack).scopes.delete('users:read')
    expect(await platformOn(slack).tellAdmins(team, document)).toMatchObject({ kind: 'refused' })
  })
})
