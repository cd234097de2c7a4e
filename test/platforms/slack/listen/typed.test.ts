import { describe, expect, test } from 'vitest'
import {
  deskThat,
  freshSlack,
  listeningOn,
  said,
  team,
  until,
  workspaceIn,
} from '../slack-fixture.ts'

describe('a typed command', () => {
  test('is acknowledged at once and answered to its caller alone', async () => {
    const slack = await freshSlack()
    const desk = deskThat(() => said('Three stories.'))
    await listeningOn(slack, desk)
    const exchange = await slack.people.command('/briefing', '')
    expect(exchange.ack).toMatchObject({ kind: 'acked', payload: {} })
    await until(() => exchange.responses().length === 1)
    expect(exchange.responses()).toMatchObject([
      { response_type: 'ephemeral', replace_original: false, text: 'Three stories.' },
    ])
    expect(desk.calls).toMatchObject([
      {
        command: 'briefing now',
        options: {},
        caller: {
          platform: 'slack',
          workspaceId: team,
          personId: 'UMEMBER',
          name: 'Bo',
          isAdmin: false,
          isStranger: false,
          locale: 'de-DE',
          timezone: 'Europe/Berlin',
          channel: { platform: 'slack', id: 'C0001' },
          thread: undefined,
        },
      },
    ])
  })

  test('is acknowledged before its answer, however long that takes', async () => {
    const slack = await freshSlack()
    const slow = Promise.withResolvers<void>()
    await listeningOn(
      slack,
      deskThat(() => slow.promise.then(() => said('At last.'))),
    )
    const exchange = await slack.people.command('/summarize', 'https://a.example/x')
    expect(exchange.ack.kind).toBe('acked')
    expect(exchange.responses()).toEqual([])
    slow.resolve()
    await until(() => exchange.responses().length === 1)
  })

  test('whose answer is shared stands in the channel', async () => {
    const slack = await freshSlack()
    await listeningOn(
      slack,
      deskThat(() => said('For all.', { audience: 'channel' })),
    )
    const exchange = await slack.people.command('/summarize', 'https://a.example/x share:yes')
    await until(() => exchange.responses().length === 1)
    expect(exchange.responses()).toMatchObject([{ response_type: 'in_channel' }])
  })

  test.each([
    ['/ask', 'who said so?', 'ask', { question: 'who said so?' }],
    [
      '/summarize',
      '<https://a.example/?a=1&amp;b=2>',
      'summarize',
      { url: 'https://a.example/?a=1&b=2' },
    ],
    [
      '/briefing',
      'feeds add <https://a.example|a.example> channel:<#C0002|news>',
      'feeds add',
      { url: 'https://a.example', channel: 'slack:C0002' },
    ],
    ['/briefing', 'fedes add', 'briefing fedes', {}],
  ])('%s %s means what it says', async (word, text, command, options) => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.command(word, text)
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]).toMatchObject({ command, options })
  })

  test('keeps the prefix of its workspace', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk, { settings: { commandPrefix: 'news-' } })
    await slack.people.command('/news-briefing', '')
    await until(() => desk.calls.length === 1)
  })

  test('in a direct message has no channel', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.command('/briefing', '', { channel: 'D0001' })
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.caller.channel).toBeUndefined()
  })

  test('of a workspace that has not installed the app reaches nobody', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.command('/briefing', '', { team: 'TOTHER' })
    expect(desk.calls).toEqual([])
  })

  test('reaches the caller by another way when the response address is used up', async () => {
    const slack = await freshSlack()
    await listeningOn(slack, deskThat(), { postJson: () => Promise.resolve(refusedOutcome) })
    await slack.people.command('/briefing', '')
    await until(() => slack.log.entries.some(({ kind }) => kind === 'ephemeral'))
  })
})

const refusedOutcome = { kind: 'refused', why: 'address', sentence: 'no', redirects: [] } as const

describe('who asks', () => {
  test.each([
    ['an admin', 'UADMIN', { isAdmin: true, isStranger: false }],
    ['an owner', 'UOWNER', { isAdmin: true, isStranger: false }],
    ['a member', 'UMEMBER', { isAdmin: false, isStranger: false }],
    ['a guest', 'UGUEST', { isAdmin: false, isStranger: true }],
    ['an admin of another workspace', 'USTRANGER', { isAdmin: false, isStranger: true }],
    ['somebody whom the workspace does not know', 'UNOBODY', { isAdmin: false, isStranger: true }],
  ])('%s is seen as such', async (_who, user, rights) => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.command('/briefing', 'feeds add', { user })
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.caller).toMatchObject(rights)
  })

  test('B59: an admin who is one no more is none in the next command', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.command('/briefing', 'feeds add', { user: 'UADMIN' })
    await until(() => desk.calls.length === 1)
    const admin = slack.world.workspaces.get('T0001')?.people.get('UADMIN')
    if (admin) admin.isAdmin = false
    await slack.people.command('/briefing', 'feeds add', { user: 'UADMIN' })
    await until(() => desk.calls.length === 2)
    expect(desk.calls.map(({ caller }) => caller.isAdmin)).toEqual([true, false])
  })

  test('without users:read nobody is an admin, and members are no strangers', async () => {
    const slack = await freshSlack()
    workspaceIn(slack).scopes.delete('users:read')
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.command('/briefing', 'feeds add', { user: 'UADMIN' })
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.caller).toMatchObject({ isAdmin: false, isStranger: false })
  })

  test('reading commands ask Slack once a minute', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.command('/briefing', '')
    await until(() => desk.calls.length === 1)
    await slack.people.command('/briefing', '')
    await until(() => desk.calls.length === 2)
    const looks = slack.log.entries.filter(({ method }) => method === 'users.info')
    expect(looks).toHaveLength(1)
  })
})
