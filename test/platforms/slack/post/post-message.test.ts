import { describe, expect, test } from 'vitest'
import { workspaceId } from '../../../../src/domain/ids.ts'
import type { PostOutcome } from '../../../../src/domain/platform.ts'
import type { FaultAct } from '../../../fakes/slack/faults.ts'
import { freshSlack, outgoing, platformOn, reply } from '../slack-fixture.ts'

const rows: readonly (readonly [string, FaultAct, Partial<PostOutcome>, number])[] = [
  ['ratelimited', { kind: '429', retryAfter: '2' }, { kind: 'busy', retryAfterMs: 2000 }, 0],
  ['rate_limited', { kind: 'error', error: 'rate_limited' }, { kind: 'busy' }, 0],
  ['internal_error', { kind: 'accept-then-fail', error: 'internal_error' }, { kind: 'unknown' }, 1],
  ['fatal_error', { kind: 'accept-then-fail', error: 'fatal_error' }, { kind: 'unknown' }, 1],
  ['service_unavailable', { kind: 'error', error: 'service_unavailable' }, { kind: 'unknown' }, 0],
  ['request_timeout', { kind: 'error', error: 'request_timeout' }, { kind: 'unknown' }, 0],
  ['F05: HTTP 500', { kind: 'accept-then-fail' }, { kind: 'unknown' }, 1],
  ['HTTP 503', { kind: 'answer', status: 503 }, { kind: 'unknown' }, 0],
  ['F07: a broken answer', { kind: 'accept-then-reset' }, { kind: 'unknown' }, 1],
  ['a reset connection', { kind: 'reset' }, { kind: 'unknown' }, 0],
  ['HTML', { kind: 'answer', status: 200, body: '<html>Oops</html>' }, { kind: 'unknown' }, 0],
  ['HTTP 403 of a proxy', { kind: 'answer', status: 403 }, { kind: 'not-sent' }, 0],
  ...[
    'channel_not_found',
    'is_archived',
    'not_in_channel',
    'restricted_action',
    'ekm_access_denied',
    'a_code_of_tomorrow',
  ].map(
    (error) =>
      [
        error,
        { kind: 'error', error },
        { kind: 'refused', scope: 'channel', code: error },
        0,
      ] as const,
  ),
  ...[
    'invalid_auth',
    'account_inactive',
    'token_revoked',
    'team_access_not_granted',
    'missing_scope',
  ].map(
    (error) =>
      [
        error,
        { kind: 'error', error },
        { kind: 'refused', scope: 'workspace', code: error },
        0,
      ] as const,
  ),
  ...['msg_too_long', 'msg_blocks_too_long', 'invalid_blocks', 'no_text'].map(
    (error) => [error, { kind: 'error', error }, { kind: 'malformed', code: error }, 0] as const,
  ),
]

describe('what Slack answers to a post', () => {
  test.each(rows)('%s', async (_name, act, outcome, standing) => {
    const slack = await freshSlack()
    slack.faults.arm({ method: 'chat.postMessage', act })
    expect(await platformOn(slack).post(outgoing())).toMatchObject(outcome)
    expect(slack.messages).toHaveLength(standing)
    expect(slack.log.entries.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
  })

  test('nobody there: certainly not sent', async () => {
    const slack = await freshSlack()
    const platform = platformOn(slack)
    await slack.close()
    expect(await platform.post(outgoing())).toMatchObject({ kind: 'not-sent', unreachable: true })
  })

  test.each([
    ['1', 1000],
    ['60', 60_000],
    ['3600', 3_600_000],
    [undefined, 30_000],
    ['abc', 30_000],
    ['-1', 30_000],
    ['0', 1000],
    ['9999999', 3_600_000],
  ])('F08: Retry-After %s is a wait of %d ms', async (retryAfter, retryAfterMs) => {
    const slack = await freshSlack()
    slack.faults.arm({ method: 'chat.postMessage', act: { kind: '429', retryAfter } })
    expect(await platformOn(slack).post(outgoing())).toEqual({
      kind: 'busy',
      retryAfterMs,
      scope: 'channel',
    })
  })

  test('F08: one channel’s wait delays no other channel', async () => {
    const slack = await freshSlack()
    const platform = platformOn(slack)
    slack.faults.arm({
      method: 'chat.postMessage',
      channel: 'C0001',
      act: { kind: '429', retryAfter: '60' },
    })
    const other = outgoing({ channel: { platform: 'slack', id: 'C0002' } })
    const outcomes = await Promise.all([platform.post(outgoing()), platform.post(other)])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['busy', 'posted'])
  })
})

describe('a post', () => {
  test('stands in its channel, with the mark of its delivery and nothing unfurled', async () => {
    const slack = await freshSlack()
    const sent = outgoing()
    expect(await platformOn(slack).post(sent)).toEqual({
      kind: 'posted',
      message: { channel: sent.channel, id: slack.messages[0]?.ts },
    })
    expect(slack.messages[0]?.metadata).toEqual({
      event_type: 'digest_delivery',
      event_payload: { id: sent.deliveryId },
    })
  })

  test('of a later part stands in the thread of the first', async () => {
    const slack = await freshSlack()
    const platform = platformOn(slack)
    const parent = await platform.post(outgoing())
    if (parent.kind !== 'posted') throw new Error('not posted')
    expect(await platform.post(reply(parent.message))).toMatchObject({ kind: 'posted' })
    expect(slack.messages[1]?.threadTs).toBe(slack.messages[0]?.ts)
  })

  test('to a workspace in which the app is not installed never reaches Slack', async () => {
    const slack = await freshSlack()
    const foreign = outgoing({ workspaceId: workspaceId('slack:TOTHER') })
    expect(await platformOn(slack).post(foreign)).toMatchObject({
      kind: 'refused',
      scope: 'workspace',
      code: 'not_installed',
    })
    expect(slack.log.entries.some(({ method }) => method === 'chat.postMessage')).toBe(false)
  })

  test('with an unknown token is refused for the whole workspace', async () => {
    const slack = await freshSlack()
    expect(
      await platformOn(slack, { settings: { botToken: 'xoxb-wrong' } }).post(outgoing()),
    ).toMatchObject({
      kind: 'refused',
      scope: 'workspace',
      code: 'invalid_auth',
    })
  })
})

describe('an edit', () => {
  test('puts new words in place of the message, beneath which it stays', async () => {
    const slack = await freshSlack()
    const platform = platformOn(slack)
    const sent = outgoing()
    const outcome = await platform.post(sent)
    if (outcome.kind !== 'posted') throw new Error('not posted')
    const payload = { ...sent.message.payload, text: 'Corrected' }
    const edited = { ...sent, message: { ...sent.message, payload } }
    expect(await platform.edit(outcome.message, edited)).toEqual(outcome)
    expect(slack.messages).toMatchObject([{ text: 'Corrected', edited: true }])
  })

  test('of a message that is gone is no reason to give up its channel', async () => {
    const slack = await freshSlack()
    const gone = { channel: { platform: 'slack', id: 'C0001' }, id: '1.000001' } as const
    expect(await platformOn(slack).edit(gone, outgoing())).toMatchObject({ kind: 'malformed' })
  })
})
