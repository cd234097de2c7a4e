import { describe, expect, test } from 'vitest'
import type {
  Installation,
  Installations,
  KeptInstallation,
} from '../../../../src/platforms/slack/tokens/installations.ts'
import type { InboundReply } from '../../../../src/support/inbound.ts'
import { freshSlack, outgoing, type PlatformChanges, platformOn } from '../slack-fixture.ts'

const oauth = { clientId: '1.2', clientSecret: 'client-secret', stateSecret: 'state-secret' }

/** Installations for as long as the test runs. */
function inMemory(): Installations {
  const kept = new Map<string, KeptInstallation>()
  const save = async (installation: Installation) =>
    void kept.set(installation.workspaceId, { ...installation, isLost: false })
  return {
    find: async (id) => kept.get(id),
    workspaces: async () => [...kept.values()].map(({ workspaceId }) => workspaceId),
    save,
    saveRenewed: save,
    claimRenewal: async () => true,
    markLost: async () => {},
    remove: async (id) => void kept.delete(id),
  }
}

async function installing(changes: PlatformChanges = {}) {
  const slack = await freshSlack()
  const installations = inMemory()
  const publicUrl = 'https://dateline.example'
  const settings = { botToken: undefined, oauth }
  const platform = platformOn(slack, { installations, publicUrl, ...changes, settings })
  const visit = (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const mount = platform.mounts.find((each) => path.startsWith(each.path))
    if (!mount) throw new Error(`nothing answers ${path}`)
    return mount.respond({ method: 'GET', url: path, headers, body: new Uint8Array() })
  }
  return { slack, installations, platform, visit }
}

const cookieIn = (reply: InboundReply) => reply.headers?.['set-cookie']?.split(';')[0] ?? ''
const linkIn = (reply: InboundReply) =>
  /href="([^"]+)"/.exec(String(reply.body))?.[1]?.replaceAll('&amp;', '&') ?? ''

/** Follows the link as a browser does, to Slack and back. */
async function allow(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' })
  const { pathname, search } = new URL(answer.headers.get('location') ?? '')
  return pathname + search
}

describe('the installation', () => {
  test('leads through Slack to a workspace in which the app can post', async () => {
    const { installations, platform, slack, visit } = await installing()
    const offer = await visit('/slack/install')
    const link = new URL(linkIn(offer))
    expect(link.href).toContain(slack.authorizeUrl)
    expect(link.searchParams.get('redirect_uri')).toBe(
      'https://dateline.example/slack/oauth_redirect',
    )
    const done = await visit(await allow(link.href), { cookie: cookieIn(offer) })
    expect(done).toMatchObject({ status: 200 })
    expect(String(done.body)).toContain('Dateline is installed in Team T0001')
    expect(await installations.workspaces()).toEqual(['slack:T0001'])
    expect(await platform.post(outgoing())).toMatchObject({ kind: 'posted' })
  })

  test('speaks the visitor’s language', async () => {
    const { visit } = await installing()
    const offer = await visit('/slack/install', { 'accept-language': 'de-DE,de;q=0.9' })
    expect(String(offer.body)).toContain('Zu Slack hinzufügen')
  })

  test.each([
    ['another browser', '', 0],
    ['a forged state', 'dateline-install=forged.9999999999.AAAA', 0],
    ['a link of yesterday', undefined, 86_400_000],
  ])('by %s comes to nothing', async (_name, cookie, laterMs) => {
    let now = Date.now()
    const clock = {
      now: () => new Date(now),
      monotonicMs: () => now,
      sleep: () => Promise.resolve(),
    }
    const { installations, visit } = await installing({ clock })
    const offer = await visit('/slack/install')
    const path = await allow(linkIn(offer))
    now += laterMs
    const stale = await visit(path, { cookie: cookie ?? cookieIn(offer) })
    expect(stale.status).toBe(400)
    expect(await installations.workspaces()).toEqual([])
  })

  test('is completed once with one link', async () => {
    const { visit } = await installing()
    const offer = await visit('/slack/install')
    const path = await allow(linkIn(offer))
    expect((await visit(path, { cookie: cookieIn(offer) })).status).toBe(200)
    expect((await visit(path, { cookie: cookieIn(offer) })).status).toBe(400)
  })

  test('that a person cancels says so', async () => {
    const { visit } = await installing()
    const offer = await visit('/slack/install')
    const state = new URL(linkIn(offer)).searchParams.get('state') ?? ''
    const path = `/slack/oauth_redirect?error=access_denied&state=${encodeURIComponent(state)}`
    const reply = await visit(path, { cookie: cookieIn(offer) })
    expect(String(reply.body)).toContain('cancelled in Slack')
  })

  test('that Slack refuses says with which code', async () => {
    const { slack, visit } = await installing()
    const offer = await visit('/slack/install')
    slack.faults.arm({ method: 'oauth.v2.access', act: { kind: 'error', error: 'invalid_code' } })
    const reply = await visit(await allow(linkIn(offer)), { cookie: cookieIn(offer) })
    expect(reply.status).toBe(502)
    expect(String(reply.body)).toContain('invalid_code')
  })

  test('for a whole organization is refused in words', async () => {
    const { slack, visit } = await installing()
    const offer = await visit('/slack/install')
    const body = JSON.stringify({ ok: true, is_enterprise_install: true, access_token: 'xoxb-org' })
    slack.faults.arm({ method: 'oauth.v2.access', act: { kind: 'answer', status: 200, body } })
    const reply = await visit(await allow(linkIn(offer)), { cookie: cookieIn(offer) })
    expect(reply.status).toBe(400)
    expect(String(reply.body)).toContain('one workspace at a time')
  })

  test('is not offered without a public address', async () => {
    const slack = await freshSlack()
    const settings = { botToken: undefined, oauth }
    expect(platformOn(slack, { settings, installations: inMemory() }).mounts).toEqual([])
  })
})
