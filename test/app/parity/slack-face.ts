import type { FakeSlack } from '../../fakes/slack/fake-slack.ts'
import type { FakeView } from '../../fakes/slack/fake-state.ts'
import { type Face, type Seen, waitedFor, within } from './face.ts'

const admin = { user: 'UADMIN' }

/** Typed into a channel of Slack, through Bolt. */
export function slackFace(slack: FakeSlack): Face {
  async function answerTo(act: () => ReturnType<FakeSlack['people']['command']>): Promise<unknown> {
    const modals = slack.modals().length
    const exchange = await act()
    const modal = () => (slack.modals().length > modals ? slack.modals().at(-1) : undefined)
    return waitedFor(() => exchange.responses()[0] ?? modal(), 'the answer on Slack')
  }
  return {
    name: 'Slack',
    channel: 'slack:C0001',
    async ask(typed, press) {
      const [word = '', ...rest] = typed.split(' ')
      const [command, text] = ['summarize', 'ask'].includes(word)
        ? [`/${word}`, rest.join(' ')]
        : ['/briefing', typed]
      const marked = text.replace(/(https?:[^ ]+)/, '<$1>').replace('slack:C0001', '<#C0001|news>')
      const answer = await answerTo(() => slack.people.command(command, marked, admin))
      if (press === undefined) return seen(answer)
      const button = buttonsIn(answer).find(({ label }) => label === press)
      if (!button) throw new Error(`Slack has no button “${press}”`)
      const { actionId, value } = button
      return seen(
        await answerTo(() => slack.people.press({ actionId, value }, { ts: '1.1' }, admin)),
      )
    },
  }
}

function seen(answer: unknown): Seen {
  const view = (answer as Partial<FakeView>).view
  const { blocks } = (view ?? answer) as { readonly blocks: unknown }
  const objects = [...within(blocks)]
  return {
    words: objects.flatMap(({ type, text }) =>
      typeof text === 'string' && type !== 'button' ? [unescaped(text)] : [],
    ),
    buttons: buttonsIn(answer).map(({ label }) => label),
    labels: objects.flatMap(({ label }) =>
      label ? [String((label as { readonly text: string }).text)] : [],
    ),
  }
}

function buttonsIn(answer: unknown) {
  return [...within(answer)].flatMap(({ action_id: actionId, text, value, options, type }) => {
    if (type === 'overflow') return (options as readonly Option[]).map(toButton)
    return type === 'button'
      ? [{ ...toButton({ text, value } as Option), actionId: String(actionId) }]
      : []
  })
}

type Option = { readonly text: { readonly text: string }; readonly value: string }

function toButton({ text, value }: Option) {
  return { label: unescaped(text.text), value, actionId: '' }
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
