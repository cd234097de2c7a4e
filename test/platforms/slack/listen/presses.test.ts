import { describe, expect, test } from 'vitest'
import type { Form } from '../../../../src/domain/command.ts'
import { slackPayload } from '../../../../src/platforms/slack/render/render-message.ts'
import type { FakeView } from '../../../fakes/slack/fake-state.ts'
import {
  askButton,
  deskThat,
  freshSlack,
  listeningOn,
  said,
  specs,
  until,
} from '../slack-fixture.ts'

const question = specs[3]?.options[0]
if (!question) throw new Error('no option')

const askForm: Form = {
  title: 'Ask',
  command: 'ask',
  fields: [{ option: question, label: 'Your question', value: undefined }],
  submit: 'Ask',
  faults: {},
}

const { blocks } = slackPayload({
  blocks: [{ kind: 'actions', actions: [askButton, { ...askButton, overflow: true }] }],
  fallback: 'x',
})
const [button, menu] = (blocks[0] as unknown as { elements: { action_id: string }[] }).elements
const inThread = { ts: '2.000002', threadTs: '1.000001' }

describe('a pressed button', () => {
  test('runs the action that its id leads to, in the thread it stands in', async () => {
    const slack = await freshSlack()
    const desk = deskThat(() => said('Two sources.'))
    await listeningOn(slack, desk)
    const press = { actionId: button?.action_id ?? '', value: 'action-1' }
    const exchange = await slack.people.press(press, inThread)
    await until(() => exchange.responses().length === 1)
    expect(desk.calls).toMatchObject([
      {
        command: 'press',
        options: { action: 'action-1' },
        caller: { channel: { id: 'C0001' }, thread: '1.000001' },
      },
    ])
    expect(exchange.responses()).toMatchObject([
      { response_type: 'ephemeral', replace_original: false, thread_ts: '1.000001' },
    ])
  })

  test('of a menu runs the option that was chosen', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.press({ actionId: menu?.action_id ?? '', option: 'action-9' }, inThread)
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.options).toEqual({ action: 'action-9' })
  })

  test('B58: ten times at once acts once', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    const press = { actionId: button?.action_id ?? '', value: 'action-1' }
    await Promise.all(Array.from({ length: 10 }, () => slack.people.press(press, inThread)))
    await slack.people.press({ ...press, value: 'action-2' }, inThread)
    await until(() => desk.calls.some(({ options }) => options.action === 'action-2'))
    expect(desk.calls).toHaveLength(2)
  })

  test('by two people acts for each', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    const press = { actionId: button?.action_id ?? '', value: 'action-1' }
    await slack.people.press(press, inThread)
    await slack.people.press(press, inThread, { user: 'UADMIN' })
    await until(() => desk.calls.length === 2)
  })

  test('B58: of another workspace never reaches the desk', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    const press = { actionId: button?.action_id ?? '', value: 'action-1' }
    await slack.people.press(press, inThread, { team: 'TOTHER' })
    expect(desk.calls).toEqual([])
  })

  test('B59: by a person of another workspace is marked as a stranger’s', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    const press = { actionId: button?.action_id ?? '', value: 'action-1' }
    await slack.people.press(press, inThread, { user: 'USTRANGER', homeTeam: 'TOTHER' })
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.caller).toMatchObject({ isStranger: true, isAdmin: false })
  })

  test('that asks for more opens a form', async () => {
    const slack = await freshSlack()
    await listeningOn(
      slack,
      deskThat(() => said('Ask what?', { form: askForm })),
    )
    await slack.people.press({ actionId: button?.action_id ?? '', value: 'action-1' }, inThread)
    await until(() => slack.modals().length === 1)
    expect(slack.modals()[0]?.view).toMatchObject({
      type: 'modal',
      callback_id: 'form',
      title: { text: 'Ask' },
      close: { text: 'Schließen' },
      private_metadata: JSON.stringify({ channel: 'C0001', thread: '1.000001', command: 'ask' }),
    })
  })
})

describe('a form', () => {
  async function openForm(reply: Parameters<typeof deskThat>[0]) {
    const slack = await freshSlack()
    const desk = deskThat((call) =>
      call.command === 'press'
        ? said('Ask what?', { form: askForm })
        : (reply?.(call) ?? said('x')),
    )
    await listeningOn(slack, desk)
    const place = { teamId: 'T0001', channel: 'C0001', threadTs: undefined }
    const parent = slack.say({ ...place, text: 'News', blocks: [], metadata: undefined })
    const message = { ts: parent.ts, threadTs: parent.ts }
    await slack.people.press({ actionId: button?.action_id ?? '', value: 'action-1' }, message)
    await until(() => slack.modals().length === 1)
    const view = slack.modals()[0] as FakeView
    return { slack, desk, view, parent }
  }
  const filled = { 'field:question': { value: 'Who said so?' } }

  test('runs its command with its fields, where the person was', async () => {
    const { slack, desk, view, parent } = await openForm(() => said('Blinken did.'))
    const exchange = await slack.people.submit(view, filled)
    expect(desk.calls[1]).toMatchObject({
      command: 'ask',
      options: { question: 'Who said so?' },
      caller: { channel: { id: 'C0001' }, thread: parent.ts },
    })
    expect(exchange.ack).toMatchObject({
      payload: { response_action: 'update', view: { type: 'modal', title: { text: 'Dateline' } } },
    })
    expect(JSON.stringify(exchange.ack)).toContain('Blinken did.')
  })

  test('shows its faults at their fields', async () => {
    const faults = { question: 'Ask something.', elsewhere: 'Not shown here.' }
    const { slack, view } = await openForm(() => said('No.', { form: { ...askForm, faults } }))
    const exchange = await slack.people.submit(view, filled)
    expect(exchange.ack).toMatchObject({
      payload: { response_action: 'errors', errors: { 'field:question': 'Ask something.' } },
    })
  })

  test('stays open for a failure, which stands at the field that it quotes, and can be sent again', async () => {
    let isMended = false
    const why = 'I read “Who said so?” twice.'
    const { slack, view } = await openForm(() =>
      isMended ? said('Blinken did.') : said(why, { outcome: 'failed' }),
    )
    const first = await slack.people.submit(view, filled)
    expect(first.ack).toMatchObject({
      payload: { response_action: 'errors', errors: { 'field:question': why } },
    })
    isMended = true
    const second = await slack.people.submit(view, filled)
    expect(second.ack).toMatchObject({ payload: { response_action: 'update' } })
  })

  test('goes on to the next form', async () => {
    const next = { ...askForm, title: 'Confirm', command: 'feeds confirm' }
    const { slack, view } = await openForm(() => said('Sure?', { form: next }))
    const exchange = await slack.people.submit(view, filled)
    expect(exchange.ack).toMatchObject({
      payload: { response_action: 'update', view: { title: { text: 'Confirm' } } },
    })
  })

  test('whose answer is for all is posted in the channel as well', async () => {
    const { slack, view, parent } = await openForm(() => said('For all.', { audience: 'channel' }))
    await slack.people.submit(view, filled)
    expect(slack.messages[1]).toMatchObject({ text: 'For all.', threadTs: parent.ts })
  })

  test('F12, F28: works after a restart in its middle, and sent twice is carried out once', async () => {
    const { slack, view } = await openForm(() => said('old'))
    const desk = deskThat(() => said('new'))
    slack.sockets.cut()
    await listeningOn(slack, desk)
    await slack.people.submit(view, filled)
    await slack.people.submit(view, filled)
    expect(desk.calls).toMatchObject([{ command: 'ask', options: { question: 'Who said so?' } }])
  })

  test('whose answer takes long says so, and shows it when it is there', async () => {
    const slow = Promise.withResolvers<void>()
    const { slack, view } = await openForm(async () => {
      await slow.promise
      return said('At last.')
    })
    const exchange = await slack.people.submit(view, filled)
    expect(JSON.stringify(exchange.ack)).toContain('still working')
    slow.resolve()
    await until(() => JSON.stringify(slack.modals()[0]?.view).includes('At last.'))
  })
})

describe('a menu that is filled while a person types', () => {
  test('offers what the desk completes', async () => {
    const slack = await freshSlack()
    const feeds = [{ label: 'BBC World', value: 'bbc' }]
    const option = { ...question, name: 'feed', completes: 'feeds' } as const
    const form: Form = { ...askForm, fields: [{ option, label: 'Feed', value: undefined }] }
    await listeningOn(
      slack,
      deskThat(() => said('Which?', { form }), feeds),
    )
    await slack.people.command('/ask', '')
    await until(() => slack.modals().length === 1)
    const view = slack.modals()[0] as FakeView
    const field = { actionId: 'complete:feeds:feed', blockId: 'field:feed', typed: 'b' }
    const exchange = await slack.people.suggest(field, view)
    expect(exchange.ack).toMatchObject({
      payload: { options: [{ text: { text: 'BBC World' }, value: 'bbc' }] },
    })
  })
})
