import { expect, test } from 'vitest'
import { sealedInstallations } from '../../../../src/app/sealed-installations.ts'
import { workspaceId } from '../../../../src/domain/ids.ts'
import type {
  Installation,
  Installations,
} from '../../../../src/platforms/slack/tokens/installations.ts'
import type { FakeSlack } from '../../../fakes/slack/fake-slack.ts'
import { createWorkspace } from '../../../fakes/slack/world.ts'
import { onBothEngines } from '../../../store/on-both-engines.ts'
import {
  deskThat,
  freshSlack,
  listeningOn,
  outgoing,
  platformOn,
  team,
  until,
  workspaceIn,
} from '../slack-fixture.ts'
import { anInstallation } from './an-installation.ts'

const key = new Uint8Array(32).fill(7)
const oauth = { clientId: '1.2', clientSecret: 'client-secret', stateSecret: 'state-secret' }
const settings = { botToken: undefined, oauth }

const minutes = (count: number) => new Date(Date.now() + count * 60_000)

/** A workspace whose token ends then, at the fake and in the store. */
async function installedUntil(
  slack: FakeSlack,
  installations: Installations,
  expiresAt: Date,
  changes: Partial<Installation> = {},
): Promise<Installation> {
  const installation = anInstallation({ expiresAt, ...changes })
  const workspace = workspaceIn(slack, installation.workspaceId.slice('slack:'.length))
  workspace.tokens.set(installation.token, { untilMs: expiresAt.getTime(), revoked: false })
  workspace.refreshTokens.add(installation.refreshToken ?? '')
  await installations.save(installation)
  return installation
}

const refreshes = (slack: FakeSlack) =>
  slack.log.entries.filter(({ kind }) => kind === 'refreshed').length

onBothEngines('tokens of installed workspaces', ({ freshStore }) => {
  test('that hold for hours are left as they are', async () => {
    const slack = await freshSlack()
    const installations = sealedInstallations(await freshStore(), [key])
    await installedUntil(slack, installations, minutes(600))
    const platform = platformOn(slack, { settings, installations })
    expect(await platform.post(outgoing())).toMatchObject({ kind: 'posted' })
    expect(refreshes(slack)).toBe(0)
  })

  test('F12: of a quiet workspace, expired, are renewed once by four workers, and all post', async () => {
    const slack = await freshSlack()
    const installations = sealedInstallations(await freshStore(), [key])
    await installedUntil(slack, installations, minutes(-30))
    const workers = Array.from({ length: 4 }, () => platformOn(slack, { settings, installations }))
    const outcomes = await Promise.all(workers.map((worker) => worker.post(outgoing())))
    expect(outcomes.map(({ kind }) => kind)).toEqual(['posted', 'posted', 'posted', 'posted'])
    expect(refreshes(slack)).toBe(1)
    expect(slack.messages).toHaveLength(4)
  })

  test('that Slack calls expired before their time are renewed, and the post is made once', async () => {
    const slack = await freshSlack()
    const installations = sealedInstallations(await freshStore(), [key])
    const { token } = await installedUntil(slack, installations, minutes(600))
    workspaceIn(slack).tokens.set(token, { untilMs: 0, revoked: false })
    const platform = platformOn(slack, { settings, installations })
    expect(await platform.post(outgoing())).toMatchObject({ kind: 'posted' })
    expect(slack.messages).toHaveLength(1)
    expect(refreshes(slack)).toBe(1)
  })

  test('are not asked for again while Slack does not renew them, and the old one serves', async () => {
    const slack = await freshSlack()
    const installations = sealedInstallations(await freshStore(), [key])
    await installedUntil(slack, installations, minutes(60))
    expect(await installations.claimRenewal(team)).toBe(true)
    const platform = platformOn(slack, { settings, installations })
    expect(await platform.post(outgoing())).toMatchObject({ kind: 'posted' })
    expect(refreshes(slack)).toBe(0)
  })

  test('F13: whose renewal was lost half-way mark their workspace, and no other', async () => {
    const slack = await freshSlack()
    slack.world.workspaces.set('T0002', createWorkspace('T0002', 'xoxb-two'))
    const installations = sealedInstallations(await freshStore(), [key])
    const lost = await installedUntil(slack, installations, minutes(60))
    workspaceIn(slack).refreshTokens.delete(lost.refreshToken ?? '')
    const other = workspaceId('slack:T0002')
    const tokens = { token: 'xoxe.xoxb-two', refreshToken: 'xoxe-refresh-two' }
    await installedUntil(slack, installations, minutes(60), { workspaceId: other, ...tokens })

    const platform = platformOn(slack, { settings, installations })
    expect(await platform.post(outgoing())).toMatchObject({ kind: 'posted' })
    expect(await installations.find(team)).toMatchObject({ isLost: true, token: lost.token })
    expect(await platform.post(outgoing({ workspaceId: other }))).toMatchObject({ kind: 'posted' })
    expect(await installations.find(other)).toMatchObject({ isLost: false })

    workspaceIn(slack).tokens.set(lost.token, { untilMs: 0, revoked: false })
    expect(await platform.post(outgoing())).toMatchObject({ kind: 'refused', scope: 'workspace' })
    expect(await platform.post(outgoing({ workspaceId: other }))).toMatchObject({ kind: 'posted' })
  })

  test('are not lost when Slack is out of order, only later', async () => {
    const slack = await freshSlack()
    const installations = sealedInstallations(await freshStore(), [key])
    await installedUntil(slack, installations, minutes(-1))
    slack.faults.arm({ method: 'oauth.v2.access', act: { kind: 'answer', status: 503 } })
    const platform = platformOn(slack, { settings, installations })
    expect(await platform.post(outgoing())).toMatchObject({ kind: 'not-sent' })
    expect(await installations.find(team)).toMatchObject({ isLost: false })
    expect(slack.messages).toEqual([])
  })

  test.each([
    { type: 'app_uninstalled' },
    { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } },
  ])('F15: are erased on $type, and its jobs stop', async (event) => {
    const slack = await freshSlack()
    const installations = sealedInstallations(await freshStore(), [key])
    await installedUntil(slack, installations, minutes(600))
    const removed: string[] = []
    const onRemoved = async (id: string) => void removed.push(id)
    const platform = await listeningOn(slack, deskThat(), { settings, installations, onRemoved })
    await slack.people.event(event)
    await until(() => removed.length === 1)
    expect(removed).toEqual([team])
    expect(await installations.find(team)).toBeUndefined()
    expect(await platform.post(outgoing())).toMatchObject({ kind: 'refused', scope: 'workspace' })
    expect(slack.messages).toEqual([])
  })

  test('of one workspace never act in another', async () => {
    const slack = await freshSlack()
    const installations = sealedInstallations(await freshStore(), [key])
    await installedUntil(slack, installations, minutes(600))
    const desk = deskThat()
    await listeningOn(slack, desk, { settings, installations })
    await slack.people.command('/briefing', '', { team: 'T0002' })
    await slack.people.command('/briefing', '')
    await until(() => desk.calls.length === 1)
    expect(desk.calls[0]?.caller.workspaceId).toBe(team)
  })

  test('tell the one who installed the app, and nobody else', async () => {
    const slack = await freshSlack()
    const installations = sealedInstallations(await freshStore(), [key])
    await installedUntil(slack, installations, minutes(600))
    const document = { blocks: [], fallback: 'x' }
    await platformOn(slack, { settings, installations }).tellAdmins(team, document)
    expect(slack.messages.map(({ channel }) => channel)).toEqual(['DUADMIN'])
  })
})
