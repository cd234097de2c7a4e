import type { App } from '@slack/bolt'
import { parseCommandLine } from '../../../domain/command-line.ts'
import { answer } from './answer.ts'
import { callerOf, type Origin } from './caller.ts'
import type { Scene } from './scene.ts'
import { typedText } from './typed-text.ts'

/** The words that Slack knows of us; admin verbs stand behind the first. */
export const slashCommands = ['briefing', 'summarize', 'ask'] as const

/** Typed commands: acknowledged at once, answered when the answer is there. */
export function listenToCommands(app: App, scene: Scene, prefix: string): void {
  for (const name of slashCommands) {
    app.command(`/${prefix}${name}`, async ({ ack, command, context }) => {
      await ack()
      if (!scene.seen.isNew(`command ${command.trigger_id}`)) return
      const line = `${name} ${typedText(command.text ?? '')}`
      const origin: Omit<Origin, 'isChange'> = {
        teamId: context.teamId ?? command.team_id,
        token: context.botToken ?? '',
        userId: command.user_id,
        homeTeam: undefined,
        channelId: command.channel_id,
        thread: undefined,
      }
      const way = { triggerId: command.trigger_id, responseUrl: command.response_url }
      scene.follow(runLine(scene, line, origin, way))
    })
  }
}

async function runLine(
  scene: Scene,
  line: string,
  from: Omit<Origin, 'isChange'>,
  way: { readonly triggerId: string; readonly responseUrl: string },
): Promise<void> {
  const parsed = parseCommandLine(line, scene.desk.specs)
  const command = parsed.kind === 'empty' ? 'briefing now' : parsed.command
  const spec = scene.desk.specs.find(({ name }) => name === command)
  const origin = { ...from, isChange: spec?.audience === 'admins' }
  const caller = await callerOf(scene, origin)
  const reply = await scene.desk.run({
    id: `slack:${way.triggerId}`,
    command,
    options: parsed.kind === 'command' ? parsed.options : {},
    caller,
  })
  await answer(scene, { ...way, origin, locale: caller.locale }, reply)
}
