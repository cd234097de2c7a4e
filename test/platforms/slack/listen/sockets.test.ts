import { describe, expect, onTestFinished, test } from 'vitest'
import { startFakeSlack } from '../../../fakes/slack/fake-slack.ts'
import { deskThat, freshSlack, listeningOn, platformOn, until } from '../slack-fixture.ts'

const mention = {
  type: 'app_mention',
  user: 'UMEMBER',
  text: '<@UBOT> hello',
  ts: '3.000003',
  channel: 'C0001',
}

const opened = (slack: Awaited<ReturnType<typeof freshSlack>>) =>
  slack.log.entries.filter(({ kind }) => kind === 'socket-opened').length

describe('F28: Socket Mode', () => {
  test('keeps two connections, and each event goes to one of them', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    expect(slack.sockets.connections).toBe(2)
    for (let n = 0; n < 4; n += 1) await slack.people.event(mention)
    await until(() => desk.calls.length === 4)
  })

  test.each(['refresh_requested', 'warning'])(
    'comes back after %s, and nothing is doubled',
    async (reason) => {
      const slack = await freshSlack()
      const desk = deskThat()
      await listeningOn(slack, desk)
      slack.sockets.ask(reason)
      await until(() => opened(slack) >= 4 && slack.sockets.connections === 2)
      await slack.people.event(mention)
      await until(() => desk.calls.length === 1)
    },
  )

  test('comes back when its connections break', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    slack.sockets.cut()
    await until(() => opened(slack) === 4)
    await slack.people.event(mention)
    await until(() => desk.calls.length === 1)
  })

  test('keeps trying while Slack gives no address, or gives one that turns it away', async () => {
    const slack = await freshSlack()
    await listeningOn(slack, deskThat())
    slack.faults.arm({
      method: 'apps.connections.open',
      times: 2,
      act: { kind: 'answer', status: 500 },
    })
    slack.faults.arm({ method: 'apps.connections.open', act: { kind: '429', retryAfter: '1' } })
    slack.sockets.cut()
    await until(() => opened(slack) === 4)
    const calls = slack.log.entries.filter(({ method }) => method === 'apps.connections.open')
    expect(calls).toHaveLength(2 + 3 + 2)
  })

  test('comes as soon as there is room again after too_many_websockets', async () => {
    const slack = await freshSlack()
    const settings = { appToken: slack.world.app.appToken }
    const platforms = Array.from({ length: 6 }, () => platformOn(slack, { settings }))
    for (const platform of platforms) {
      await platform.start(deskThat())
      onTestFinished(() => platform.stop())
    }
    expect(slack.sockets.connections).toBe(10)
    await platforms[0]?.stop()
    await until(() => opened(slack) === 12)
  })

  test('starts although Slack is out of order, and connects when it is back', async () => {
    const slack = await freshSlack()
    const act = { kind: 'answer', status: 503 } as const
    slack.faults.arm({ method: 'apps.connections.open', times: 3, act })
    await listeningOn(slack, deskThat())
    await until(() => slack.sockets.connections === 2)
  })

  test('answers an event once that Slack sends again because its acknowledgement was lost', async () => {
    const slack = await freshSlack({ ackMs: 300 })
    const desk = deskThat()
    await listeningOn(slack, desk)
    slack.sockets.loseAcks(3)
    expect(await slack.people.event(mention, {}, 'Ev1')).toMatchObject({ ack: { kind: 'acked' } })
    const sent = slack.log.entries.filter(({ kind }) => kind === 'envelope')
    expect(sent.map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3])
    expect(desk.calls).toHaveLength(1)
  })

  test('gives up a dead connection within 30 s', async () => {
    const slack = await freshSlack()
    await listeningOn(slack, deskThat())
    slack.sockets.freeze()
    const since = performance.now()
    await until(() => opened(slack) >= 4)
    expect(performance.now() - since).toBeLessThan(30_000)
  })

  test('says so when the app’s token does not hold', async () => {
    const slack = await freshSlack()
    const platform = platformOn(slack, { settings: { appToken: 'xapp-wrong' } })
    await expect(platform.start(deskThat())).rejects.toThrow('SLACK_APP_TOKEN (invalid_auth)')
    await platform.stop()
  })

  test('says that nothing is heard any more when the token is taken away later', async () => {
    const slack = await freshSlack()
    const said: string[] = []
    await listeningOn(slack, deskThat(), { onDeaf: (words) => said.push(words) })
    slack.faults.arm({
      method: 'apps.connections.open',
      times: 10,
      act: { kind: 'error', error: 'token_revoked' },
    })
    slack.sockets.cut()
    await until(() => said.length === 2)
    expect(said[0]).toContain('SLACK_APP_TOKEN (token_revoked)')
    expect(opened(slack)).toBe(2)
  })

  test('stops in the middle of coming back', async () => {
    const slack = await startFakeSlack()
    const platform = await listeningOn(slack, deskThat())
    await slack.close()
    await platform.stop()
  })
})
