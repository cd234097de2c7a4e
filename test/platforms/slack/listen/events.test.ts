import { describe, expect, test } from 'vitest'
import type { FakeSlack } from '../../../fakes/slack/fake-slack.ts'
import { askButton, deskThat, freshSlack, listeningOn, said, until } from '../slack-fixture.ts'

const mention = {
  type: 'app_mention',
  user: 'UMEMBER',
  text: '<@UBOT> who said &lt;that&gt;?',
  ts: '3.000003',
  channel: 'C0001',
}

describe('a mention', () => {
  test('in a digest’s thread is a question about its story, answered there for all', async () => {
    const slack = await freshSlack()
    const desk = deskThat(() => said('Blinken did.'))
    await listeningOn(slack, desk)
    const parent = await slack.people.event({ ...mention, thread_ts: '1.000001' })
    expect(parent.ack.kind).toBe('acked')
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]).toMatchObject({
      command: 'ask',
      options: { question: 'who said <that>?' },
      caller: { channel: { id: 'C0001' }, thread: '1.000001' },
    })
  })

  test('is answered beneath it', async () => {
    const slack = await freshSlack()
    const desk = deskThat(() => said('Blinken did.'))
    await listeningOn(slack, desk)
    const standing = postedBy(slack)
    await slack.people.event({ ...mention, ts: standing })
    await until(() => slack.messages.length === 2)
    expect(slack.messages[1]).toMatchObject({ text: 'Blinken did.', threadTs: standing })
  })

  test('that is refused is told to the person alone', async () => {
    const slack = await freshSlack()
    await listeningOn(
      slack,
      deskThat(() => said('Not you.', { outcome: 'refused' })),
    )
    await slack.people.event(mention)
    await until(() => slack.log.entries.some(({ kind }) => kind === 'ephemeral'))
    expect(slack.messages).toEqual([])
  })

  test('without words is a call for help', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.event({ ...mention, text: '<@UBOT>' })
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.command).toBe('briefing help')
  })

  test('that Slack sends again is answered once', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.event(mention, {}, 'Ev1')
    await slack.people.event(mention, {}, 'Ev1')
    await slack.people.event(mention, {}, 'Ev2')
    await until(() => desk.calls.length === 2)
  })

  test('by a bot is left alone', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.event({ ...mention, bot_id: 'BOTHER' })
    await slack.people.event(mention)
    await until(() => desk.calls.length === 1)
  })
})

function postedBy(slack: FakeSlack): string {
  const place = { teamId: 'T0001', channel: 'C0001', threadTs: undefined }
  return slack.say({ ...place, text: 'who?', blocks: [], metadata: undefined }).ts
}

const direct = {
  type: 'message',
  channel_type: 'im',
  user: 'UMEMBER',
  text: 'what is new?',
  ts: '4.000004',
  channel: 'D0001',
}

describe('a direct message', () => {
  test('is a question, answered in the conversation', async () => {
    const slack = await freshSlack()
    const desk = deskThat(() => said('Nothing.'))
    await listeningOn(slack, desk)
    await slack.people.event(direct)
    await until(() => slack.messages.length === 1)
    expect(slack.messages[0]).toMatchObject({ channel: 'D0001', text: 'Nothing.' })
    expect(desk.calls[0]).toMatchObject({
      command: 'ask',
      options: { question: 'what is new?' },
      caller: { channel: undefined },
    })
  })

  test.each([
    { subtype: 'message_changed' },
    { bot_id: 'BOTHER' },
    { channel_type: 'channel', channel: 'C0001' },
  ])('%o is none', async (changes) => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.event({ ...direct, ...changes })
    await slack.people.event({ ...direct, text: 'the real one' })
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.options).toEqual({ question: 'the real one' })
  })
})

test('the assistant’s pane offers questions, and shows that an answer is on its way', async () => {
  const slack = await freshSlack()
  const desk = deskThat()
  await listeningOn(slack, desk)
  const thread = { user_id: 'UMEMBER', channel_id: 'D0001', thread_ts: '5.000005', context: {} }
  await slack.people.event({
    type: 'assistant_thread_started',
    assistant_thread: thread,
    event_ts: '5',
  })
  await until(() => slack.log.entries.some(({ kind }) => kind === 'prompts'))
  await slack.people.event({ ...direct, thread_ts: '5.000005' })
  await until(() => desk.calls.length === 1)
  expect(slack.log.entries.some(({ kind }) => kind === 'status')).toBe(true)
})

describe('the App Home', () => {
  const opened = {
    type: 'app_home_opened',
    user: 'UMEMBER',
    tab: 'home',
    channel: 'D0001',
    event_ts: '6',
  }

  test('is written whenever it is opened', async () => {
    const slack = await freshSlack()
    const desk = deskThat(() => said('Next briefing at 08:00.'))
    await listeningOn(slack, desk)
    await slack.people.event(opened)
    await until(() => slack.home('UMEMBER') !== undefined)
    expect(JSON.stringify(slack.home('UMEMBER')?.view)).toContain('Next briefing at 08:00.')
    expect(desk.calls[0]).toMatchObject({ command: 'home', caller: { channel: undefined } })
  })

  test('whose button is pressed shows the answer and is written anew', async () => {
    const slack = await freshSlack()
    const desk = deskThat((call) => said(call.command === 'home' ? 'Home.' : 'Unmuted.'))
    await listeningOn(slack, desk)
    await slack.people.event(opened)
    await until(() => slack.home('UMEMBER') !== undefined)
    const home = slack.home('UMEMBER')
    if (!home) throw new Error('no home')
    await slack.people.pressInView({ actionId: `press:${askButton.id}`, value: askButton.id }, home)
    await until(() => desk.calls.length === 3)
    expect(desk.calls.map(({ command }) => command)).toEqual(['home', 'press', 'home'])
    expect(JSON.stringify(slack.modals()[0]?.view)).toContain('Unmuted.')
  })

  test('is not written for the other tab', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.event({ ...opened, tab: 'messages' })
    await slack.people.event(opened)
    await until(() => desk.calls.length === 1)
  })
})

describe('a message shortcut', () => {
  const message = {
    type: 'message',
    user: 'UADMIN',
    ts: '7.000007',
    text: 'look: <https://a.example/x?a=1&amp;b=2|this>',
  }

  test('"Summarize link" summarizes the first link of the message', async () => {
    const slack = await freshSlack()
    const desk = deskThat(() => said('Short.'))
    await listeningOn(slack, desk)
    const exchange = await slack.people.shortcut('summarize_link', message)
    await until(() => exchange.responses().length === 1)
    expect(desk.calls[0]).toMatchObject({
      command: 'summarize',
      options: { url: 'https://a.example/x?a=1&b=2' },
      caller: { thread: '7.000007' },
    })
  })

  test('finds a link that only an attachment has', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    const attachments = [{ title: 'x', title_link: 'https://b.example/y' }]
    await slack.people.shortcut('ask_about_this', { ...message, text: 'no link', attachments })
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]).toMatchObject({ command: 'ask', options: { url: 'https://b.example/y' } })
  })

  test('without a link asks for one', async () => {
    const slack = await freshSlack()
    const desk = deskThat()
    await listeningOn(slack, desk)
    await slack.people.shortcut('summarize_link', { ...message, text: 'no link' })
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.options).toEqual({})
  })
})
