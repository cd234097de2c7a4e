import { App, type Receiver } from '@slack/bolt'
import { workspaceId } from '../../../domain/ids.ts'
import type { Log } from '../../../support/log.ts'
import { slackLogger } from '../slack-logger.ts'
import type { Tokens } from '../tokens/tokens.ts'
import { clientOptions } from '../web-client.ts'
import { listenToHome } from './home.ts'
import { listenToPresses } from './presses.ts'
import { listenToPreviews } from './previews.ts'
import { listenToQuestions } from './questions.ts'
import { listenToRemoval } from './removal.ts'
import type { Scene } from './scene.ts'
import { listenToShortcuts } from './shortcuts.ts'
import { listenToSubmissions } from './submissions.ts'
import { listenToSuggestions } from './suggestions.ts'
import { listenToCommands } from './typed.ts'

export type ListenOptions = {
  readonly receiver: Receiver
  readonly tokens: Tokens
  readonly apiUrl: string | undefined
  /** Put before each slash command, for workspaces where another app has the same words. */
  readonly commandPrefix: string
  readonly log: Log
}

/** Bolt's app with everything that people can do. A request of a workspace that has not installed us goes nowhere. */
export function createSlackApp(options: ListenOptions, scene: Scene): App {
  const { apiUrl, commandPrefix, log, receiver, tokens } = options
  const app = new App({
    receiver,
    authorize: async ({ teamId }) => {
      const bot = await tokens.get(workspaceId(`slack:${teamId}`))
      if (!bot) throw new Error('The app is not installed in this workspace.')
      return { botToken: bot.token, botUserId: bot.botUserId }
    },
    clientOptions: clientOptions(apiUrl, log),
    logger: slackLogger(log),
    convoStore: false,
  })
  listenToCommands(app, scene, commandPrefix)
  listenToPresses(app, scene)
  listenToPreviews(app, scene)
  listenToSubmissions(app, scene)
  listenToSuggestions(app, scene)
  listenToShortcuts(app, scene)
  listenToHome(app, scene)
  listenToQuestions(app, scene)
  listenToRemoval(app, scene)
  app.error(async (error) => {
    log.warn('request not answered', { error })
  })
  return app
}
