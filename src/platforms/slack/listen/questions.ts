import type { App } from '@slack/bolt'
import { wordingFor } from '../../../domain/wording/wording.ts'
import { answer } from './answer.ts'
import { callerOf, type Origin } from './caller.ts'
import type { Scene } from './scene.ts'
import { withoutMention } from './typed-text.ts'

type Asked = {
  readonly id: string
  readonly text: string
  readonly origin: Origin
  /** The pane shows that the bot is at it. */
  readonly isPane: boolean
}

/** Questions put in words: a mention in a channel or in a digest's thread, a direct message, the assistant's pane. */
export function listenToQuestions(app: App, scene: Scene): void {
  app.event('app_mention', async ({ body, context, event }) => {
    if (!scene.seen.isNew(`event ${body.event_id}`) || !event.user || event.bot_id) return
    const origin: Origin = {
      teamId: context.teamId ?? body.team_id,
      token: context.botToken ?? '',
      userId: event.user,
      homeTeam: event.user_team ?? event.team,
      channelId: event.channel,
      thread: event.thread_ts ?? event.ts,
      isChange: false,
    }
    const text = withoutMention(event.text, context.botUserId ?? '')
    scene.follow(ask(scene, { id: body.event_id, text, origin, isPane: false }))
  })

  app.message(async ({ body, context, message }) => {
    if (message.channel_type !== 'im' || message.subtype !== undefined) return
    if (message.bot_id || !scene.seen.isNew(`event ${body.event_id}`)) return
    const origin: Origin = {
      teamId: context.teamId ?? body.team_id,
      token: context.botToken ?? '',
      userId: message.user,
      homeTeam: message.team,
      channelId: message.channel,
      thread: message.thread_ts,
      isChange: false,
    }
    const text = withoutMention(message.text ?? '', context.botUserId ?? '')
    const isPane = message.thread_ts !== undefined
    scene.follow(ask(scene, { id: body.event_id, text, origin, isPane }))
  })

  app.event('assistant_thread_started', async ({ body, context, event }) => {
    if (!scene.seen.isNew(`event ${body.event_id}`)) return
    const { channel_id: channel, thread_ts: thread, user_id: userId } = event.assistant_thread
    const token = context.botToken ?? ''
    scene.follow(greet(scene, { token, channel, thread, userId, teamId: context.teamId ?? '' }))
  })
}

async function ask(scene: Scene, { id, text, origin, isPane }: Asked): Promise<void> {
  const caller = await callerOf(scene, origin)
  if (isPane) await showStatus(scene, origin, caller.locale)
  const reply = await scene.desk.run({
    id: `slack:${id}`,
    command: text === '' ? 'briefing help' : 'ask',
    options: text === '' ? {} : { question: text },
    caller,
  })
  const way = { origin, triggerId: undefined, responseUrl: undefined, isConversation: true }
  await answer(scene, { ...way, locale: caller.locale }, reply)
}

/** A pane that cannot show it is no reason to leave a question unanswered. */
async function showStatus(scene: Scene, origin: Origin, locale: string): Promise<void> {
  try {
    await scene.client.assistant.threads.setStatus({
      token: origin.token,
      channel_id: origin.channelId ?? '',
      thread_ts: origin.thread ?? '',
      status: wordingFor(locale).say('slack.working'),
    })
  } catch (error) {
    scene.log.debug('status not shown', { error })
  }
}

async function greet(
  scene: Scene,
  pane: {
    readonly teamId: string
    readonly token: string
    readonly channel: string
    readonly thread: string
    readonly userId: string
  },
): Promise<void> {
  const { token, channel, thread, userId, teamId } = pane
  const origin = { teamId, token, userId, homeTeam: undefined, channelId: undefined }
  const caller = await callerOf(scene, { ...origin, thread: undefined, isChange: false })
  const { say } = wordingFor(caller.locale)
  const prompt = (words: string) => ({ title: words, message: words })
  try {
    await scene.client.assistant.threads.setSuggestedPrompts({
      token,
      channel_id: channel,
      thread_ts: thread,
      title: say('slack.prompts'),
      prompts: [prompt(say('slack.prompt.today')), prompt(say('slack.prompt.quotes'))],
    })
  } catch (error) {
    scene.log.info('prompts not shown', { error })
  }
}
