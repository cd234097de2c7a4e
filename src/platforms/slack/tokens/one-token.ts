import type { WebClient } from '@slack/web-api'
import { UnusableError } from '../../../domain/errors.ts'
import { type WorkspaceId, workspaceId } from '../../../domain/ids.ts'
import type { BotToken, Tokens } from './tokens.ts'

type Bot = BotToken & { readonly workspaceId: WorkspaceId }

/** The one token of `SLACK_BOT_TOKEN`; Slack is asked once which workspace it belongs to. */
export function oneToken(client: WebClient, token: string): Tokens {
  let asked: Promise<Bot> | undefined
  const bot = () => {
    asked ??= whoAmI(client, token).catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }
  return {
    async get(id) {
      const known = await bot()
      return known.workspaceId === id ? known : undefined
    },
    renew: () => Promise.resolve(undefined),
    workspaces: async () => [(await bot()).workspaceId],
    installerOf: () => Promise.resolve(undefined),
    forget: () => Promise.resolve(),
  }
}

async function whoAmI(client: WebClient, token: string): Promise<Bot> {
  const answer = await client.auth.test({ token })
  if (!answer.team_id || !answer.user_id) {
    throw new UnusableError('Slack did not say which workspace SLACK_BOT_TOKEN belongs to.')
  }
  return { token, botUserId: answer.user_id, workspaceId: workspaceId(`slack:${answer.team_id}`) }
}
