import type { SlackSettings } from '../../config/settings.ts'
import { checkSlack, type SlackChecked } from '../../platforms/slack/check-slack.ts'
import { neededScopes } from '../../platforms/slack/scopes.ts'
import { silentLog } from '../../support/log.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

/** Whether Slack takes our tokens, what they may do, and whether each channel of a digest can be posted to. */
export async function examineSlack(
  settings: SlackSettings,
  channels: readonly string[],
): Promise<readonly Finding[]> {
  const checked = await checkSlack({ ...settings, channels }, silentLog)
  return [
    ...botFindings(checked.bot),
    ...socketFindings(checked.socket),
    ...checked.closed.map(({ id, why }) => fault('Slack channel', `${id}: ${why}`)),
    ...openChannels(channels.length - checked.closed.length, checked.bot),
  ]
}

function botFindings(bot: SlackChecked['bot']): readonly Finding[] {
  if (bot === undefined)
    return [ok('Slack', 'workspaces bring their tokens by installing the app; none is looked at')]
  if (bot.kind === 'refused') return [fault('Slack', `SLACK_BOT_TOKEN: ${bot.why}`)]
  const lost = bot.missing.map(({ scope, loss }) => {
    const words = `The scope ${scope} is missing: ${loss}. Add it to the app and install it again.`
    return neededScopes.includes(scope)
      ? fault('Slack scope', words)
      : warning('Slack scope', words)
  })
  return [ok('Slack', `the token is accepted by ${bot.team}`), ...lost]
}

function socketFindings(socket: SlackChecked['socket']): readonly Finding[] {
  if (socket === undefined) return []
  if (socket.kind === 'accepted') return [ok('Slack socket', 'the app token opens a connection')]
  const words = `SLACK_APP_TOKEN: ${socket.why} It needs the scope connections:write.`
  return [fault('Slack socket', words)]
}

function openChannels(count: number, bot: SlackChecked['bot']): readonly Finding[] {
  if (bot?.kind !== 'accepted' || count === 0) return []
  return [ok('Slack channel', `${count} can be posted to`)]
}
