import { describe } from 'vitest'
import { platformContract } from '../../contract/platform.ts'
import { freshSlack, platformOn, team, until } from './slack-fixture.ts'

describe('Slack as a platform', () => {
  platformContract(async () => {
    const slack = await freshSlack()
    const settings = { appToken: slack.world.app.appToken }
    return {
      platform: platformOn(slack, { settings }),
      workspaceId: team,
      channel: { platform: 'slack', id: 'C0001' },
      nowhere: { platform: 'slack', id: 'C9999' },
      standing: ({ id }) =>
        slack.messages
          .filter(({ channel }) => channel === id)
          .map(({ blocks, text, threadTs, ts }) => ({
            id: ts,
            parent: threadTs,
            text: text + JSON.stringify(blocks),
          })),
      loseNextAnswer: () =>
        slack.faults.arm({ method: 'chat.postMessage', act: { kind: 'accept-then-reset' } }),
      makeBusy: (seconds) =>
        slack.faults.arm({
          method: 'chat.postMessage',
          act: { kind: '429', retryAfter: String(seconds) },
        }),
      goDark: () => slack.close(),
      async type(line) {
        const [word = '', ...rest] = line.split(' ')
        const exchange = await slack.people.command(`/${word}`, rest.join(' '))
        await until(() => exchange.responses().length === 1)
        return JSON.stringify(exchange.responses())
      },
      toldAdmins: () => slack.messages.filter(({ channel }) => channel.startsWith('DU')).length,
    }
  })
})
