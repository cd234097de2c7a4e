import { expect, test } from 'vitest'
import { systemClock } from '../../../src/support/clock.ts'
import { freshSlack, workspaceIn } from '../../platforms/slack/slack-fixture.ts'
import { findingsOf } from './examining.ts'

async function aSlack() {
  const slack = await freshSlack()
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-one',
    SLACK_APP_TOKEN: slack.world.app.appToken,
    SLACK_API_URL: slack.apiUrl,
  }
  return { slack, env, workspace: workspaceIn(slack) }
}

const about = (findings: readonly string[], subject: string) =>
  findings.filter((finding) => finding.includes(` ${subject}`))

test('tokens, scopes and channels that are in order are found so, and nothing is posted', async () => {
  const { slack, env } = await aSlack()
  const findings = await findingsOf(env, ['slack:C0001'])
  expect(about(findings, 'Slack')).toEqual([
    'ok Slack: the token is accepted by Team T0001',
    'ok Slack socket: the app token opens a connection',
    'ok Slack channel: 1 can be posted to',
  ])
  expect(slack.messages).toEqual([])
})

test('a scope that is missing is told with what it costs', async () => {
  const { env, workspace } = await aSlack()
  workspace.scopes.delete('im:history')
  workspace.scopes.delete('chat:write')
  const findings = await findingsOf(env)
  expect(about(findings, 'Slack scope')).toEqual([
    'fault Slack scope: The scope chat:write is missing: nothing can be posted. Add it to the app and install it again.',
    'warning Slack scope: The scope im:history is missing: direct messages stay unanswered. Add it to the app and install it again.',
  ])
})

test('a channel that the bot is not in is a fault where it may not post uninvited', async () => {
  const { env, workspace } = await aSlack()
  const channel = workspace.channels.get('C0001')
  if (channel) channel.isMember = false
  expect(about(await findingsOf(env, ['slack:C0001']), 'Slack channel')).toEqual([
    'ok Slack channel: 1 can be posted to',
  ])
  workspace.scopes.delete('chat:write.public')
  expect(about(await findingsOf(env, ['slack:C0001']), 'Slack channel')).toEqual([
    'fault Slack channel: C0001: I am not in this channel; invite me there with /invite.',
  ])
})

test('a channel that does not exist, or is archived, is a fault', async () => {
  const { env, workspace } = await aSlack()
  const channel = workspace.channels.get('C0001')
  if (channel) channel.isArchived = true
  const findings = about(await findingsOf(env, ['slack:C0001', 'slack:C0999']), 'Slack channel')
  expect(findings).toEqual([
    'fault Slack channel: C0001: This channel is archived; unarchive it or choose another one.',
    expect.stringMatching(/^fault Slack channel: C0999: Slack does not know this channel/),
  ])
})

test('tokens that Slack does not take are faults, with the variable to mend', async () => {
  const { env } = await aSlack()
  const wrong = { ...env, SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_APP_TOKEN: 'xapp-wrong' }
  const findings = about(await findingsOf(wrong), 'Slack')
  expect(findings).toEqual([
    'fault Slack: SLACK_BOT_TOKEN: Slack does not accept my token any more; install the app again.',
    expect.stringMatching(/^fault Slack socket: SLACK_APP_TOKEN: .*connections:write/),
  ])
  expect(findings.join()).not.toContain('xoxb-wrong')
})

test('a Slack that cannot be reached is a fault', async () => {
  const { slack, env } = await aSlack()
  await slack.close()
  expect(about(await findingsOf(env), 'Slack')[0]).toBe(
    'fault Slack: SLACK_BOT_TOKEN: Slack cannot be reached (ECONNREFUSED).',
  )
})

test('a clock that is ten minutes off is a fault, one that is a minute off a warning', async () => {
  const { env } = await aSlack()
  const shifted = (ms: number) => ({
    ...systemClock,
    now: () => new Date(systemClock.now().getTime() + ms),
  })
  const skew = async (ms: number) => about(await findingsOf(env, [], shifted(ms)), 'Clock skew')[0]
  expect(await skew(0)).toMatch(/^ok Clock skew: within [12] s of 127\.0\.0\.1/)
  expect(await skew(-60_000)).toMatch(/^warning Clock skew: The clock is \d+ s behind .*NTP/)
  expect(await skew(600_000)).toMatch(/^fault Clock skew: The clock is \d+ s ahead of .*NTP/)
})
