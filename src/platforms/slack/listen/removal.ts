import type { App } from '@slack/bolt'
import type { Scene } from './scene.ts'

/** The app was removed from a workspace, or its token taken away: everything for it stops. */
export function listenToRemoval(app: App, scene: Scene): void {
  app.event('app_uninstalled', async ({ body }) => {
    scene.follow(scene.removed(body.team_id))
  })
  app.event('tokens_revoked', async ({ body, event }) => {
    const isBot = (event.tokens.bot ?? []).length > 0
    if (isBot) scene.follow(scene.removed(body.team_id))
  })
}
