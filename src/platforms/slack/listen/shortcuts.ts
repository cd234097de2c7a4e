import type { App, MessageShortcut } from '@slack/bolt'
import { answer } from './answer.ts'
import { callerOf, type Origin } from './caller.ts'
import type { Scene } from './scene.ts'
import { firstLink } from './typed-text.ts'

/** Message shortcuts, by the `callback_id` of the manifest, and the command that each of them is. */
export const shortcuts = { summarize_link: 'summarize', ask_about_this: 'ask' } as const

/** "Summarize link" and "Ask about this" in the menu of any message. */
export function listenToShortcuts(app: App, scene: Scene): void {
  for (const [callbackId, command] of Object.entries(shortcuts)) {
    app.shortcut(
      { type: 'message_action', callback_id: callbackId },
      async ({ ack, body, context, shortcut }) => {
        await ack()
        if (!scene.seen.isNew(`shortcut ${body.trigger_id}`)) return
        const { channel, message, response_url: responseUrl, user } = shortcut as MessageShortcut
        const origin: Origin = {
          teamId: context.teamId ?? '',
          token: context.botToken ?? '',
          userId: user.id,
          homeTeam: user.team_id,
          channelId: channel.id,
          thread: String(message.thread_ts ?? shortcut.message_ts),
          isChange: false,
        }
        const url = linkIn(message)
        const options = url === undefined ? {} : { url }
        const way = { triggerId: body.trigger_id, responseUrl }
        scene.follow(run(scene, command, options, origin, way))
      },
    )
  }
}

async function run(
  scene: Scene,
  command: string,
  options: Readonly<Record<string, string>>,
  origin: Origin,
  way: { readonly triggerId: string; readonly responseUrl: string },
): Promise<void> {
  const caller = await callerOf(scene, origin)
  const reply = await scene.desk.run({ id: `slack:${way.triggerId}`, command, options, caller })
  await answer(scene, { ...way, origin, locale: caller.locale }, reply)
}

/** The first link that the message's author wrote, or else that its blocks or attachments carry. */
function linkIn(message: MessageShortcut['message']): string | undefined {
  return firstLink(message.text ?? '') ?? linkWithin(message)
}

function linkWithin(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, part] of Object.entries(value)) {
    const isLink = typeof part === 'string' && /^https?:/.test(part)
    if (isLink && ['url', 'from_url', 'original_url', 'title_link'].includes(key)) return part
    const deeper = linkWithin(part)
    if (deeper !== undefined) return deeper
  }
  return undefined
}
