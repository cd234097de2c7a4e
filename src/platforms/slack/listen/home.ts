import type { App } from '@slack/bolt'
import { homeView } from '../render/document-view.ts'
import { callerOf, type Origin } from './caller.ts'
import type { Scene } from './scene.ts'

/** The App Home, written anew whenever somebody opens it. */
export function listenToHome(app: App, scene: Scene): void {
  app.event('app_home_opened', async ({ body, context, event }) => {
    if (event.tab !== 'home' || !scene.seen.isNew(`event ${body.event_id}`)) return
    const origin: Origin = {
      teamId: context.teamId ?? body.team_id,
      token: context.botToken ?? '',
      userId: event.user,
      homeTeam: undefined,
      channelId: undefined,
      thread: undefined,
      isChange: true,
    }
    scene.follow(showHome(scene, origin, body.event_id))
  })
}

export async function showHome(scene: Scene, origin: Origin, id?: string): Promise<void> {
  const here = { ...origin, channelId: undefined, thread: undefined }
  const caller = await callerOf(scene, here)
  const call = id ?? `${origin.userId}:${scene.clock.monotonicMs()}`
  const reply = await scene.desk.run({
    id: `slack:home:${call}`,
    command: 'home',
    options: {},
    caller,
  })
  try {
    await scene.client.views.publish({
      token: origin.token,
      user_id: origin.userId,
      view: homeView(reply.document),
    })
  } catch (error) {
    scene.log.info('App Home not published', { error })
  }
}
