import type { App } from '@slack/bolt'
import type { CompletionQuery } from '../../../domain/command.ts'
import { completedKind } from '../render/form-values.ts'
import { completePrefix, menuOptions } from '../render/form-view.ts'
import { readViewState } from '../render/view-state.ts'
import { callerOf } from './caller.ts'
import type { Scene } from './scene.ts'

const suggestion = new RegExp(`^${completePrefix}`)

/** Menus that are filled while a person types. */
export function listenToSuggestions(app: App, scene: Scene): void {
  app.options<'block_suggestion'>(
    { type: 'block_suggestion', action_id: suggestion },
    async ({ ack, body, context }) => {
      const kind = completedKind(body.action_id) as CompletionQuery['kind']
      const state = readViewState(body.view?.private_metadata ?? '')
      const caller = await callerOf(scene, {
        teamId: context.teamId ?? '',
        token: context.botToken ?? '',
        userId: body.user.id,
        homeTeam: body.user.team_id,
        channelId: state?.channel,
        thread: state?.thread,
        isChange: false,
      })
      const found = await scene.desk.complete({ kind, typed: body.value, caller })
      await ack({ options: menuOptions(found) })
    },
  )
}
