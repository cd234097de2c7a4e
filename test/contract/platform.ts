import { expect, test } from 'vitest'
import type { ChannelRef } from '../../src/domain/channel.ts'
import type { CommandCall, CommandDesk, CommandSpec, Reply } from '../../src/domain/command.ts'
import { digestDocuments } from '../../src/domain/digest-document.ts'
import type { Document } from '../../src/domain/document.ts'
import { deliveryId, type WorkspaceId } from '../../src/domain/ids.ts'
import type { OutgoingMessage, Platform, RenderedMessage } from '../../src/domain/platform.ts'
import { wordingFor } from '../../src/domain/wording/wording.ts'
import { aBriefing, aDigest } from '../domain/a-digest.ts'

/** What stands in a channel, as everyone there sees it. */
export type Standing = {
  readonly id: string
  readonly parent: string | undefined
  readonly text: string
}

/** A platform on its fake, and what the fake can be told to do. A stage is fresh for each test. */
export type Stage = {
  readonly platform: Platform
  readonly workspaceId: WorkspaceId
  /** The bot may post there. */
  readonly channel: ChannelRef
  /** Well-formed, but there is no such channel. */
  readonly nowhere: ChannelRef
  standing(channel: ChannelRef): readonly Standing[]
  /** The next post is carried out, but its answer is lost. */
  loseNextAnswer(): void
  /** The next post is turned away for this long. */
  makeBusy(seconds: number): void
  /** Nobody answers any more. */
  goDark(): Promise<void>
  /** A person types a command in the channel; resolves with what they were answered. */
  type(line: string): Promise<string>
  /** How many words of the bot reached admins alone. */
  toldAdmins(): number
}

/** What every platform keeps, whatever it is. */
export function platformContract(freshStage: () => Promise<Stage>): void {
  test('renders a digest as one message for the channel, and its stories beneath it', async () => {
    const { platform } = await freshStage()
    const messages = rendered(platform)
    expect(messages[0]?.place).toBe('channel')
    expect(messages.slice(1).every(({ place }) => place === 'thread')).toBe(true)
    expect(JSON.parse(JSON.stringify(messages))).toEqual(messages)
    expect(rendered(platform)).toEqual(messages)
  })

  test('posts what it rendered, once, and says where it stands', async () => {
    const stage = await freshStage()
    const outcome = await stage.platform.post(outgoing(stage))
    const [message] = stage.standing(stage.channel)
    expect(outcome).toEqual({
      kind: 'posted',
      message: { channel: stage.channel, id: message?.id },
    })
    expect(stage.standing(stage.channel)).toHaveLength(1)
  })

  test('posts the stories beneath their digest', async () => {
    const stage = await freshStage()
    const [first, second] = rendered(stage.platform)
    if (!first || !second) throw new Error('a digest of two stories has three messages')
    const parent = await stage.platform.post(outgoing(stage, { message: first }))
    if (parent.kind !== 'posted') throw new Error('the parent was not posted')
    const reply = outgoing(stage, { message: second, parent: parent.message })
    expect(await stage.platform.post(reply)).toMatchObject({ kind: 'posted' })
    expect(stage.standing(stage.channel)[1]).toMatchObject({ parent: parent.message.id })
  })

  test('calls a post of which it does not know the end unknown, and posts it no second time', async () => {
    const stage = await freshStage()
    const sent = outgoing(stage)
    stage.loseNextAnswer()
    const attemptedAt = new Date()
    expect(await stage.platform.post(sent)).toMatchObject({ kind: 'unknown' })
    const found = await stage.platform.find(sent, attemptedAt)
    if (found.kind === 'repeatable') await stage.platform.post(sent)
    else expect(found).toMatchObject({ kind: 'found' })
    expect(stage.standing(stage.channel)).toHaveLength(1)
  })

  test('does not find what was never posted', async () => {
    const stage = await freshStage()
    await stage.platform.post(outgoing(stage))
    const never = outgoing(stage, { deliveryId: deliveryId('never') })
    const found = await stage.platform.find(never, new Date(Date.now() - 600_000))
    expect(found).toEqual({ kind: 'absent' })
  })

  test('says how long to wait when it is asked to', async () => {
    const stage = await freshStage()
    stage.makeBusy(7)
    const outcome = await stage.platform.post(outgoing(stage))
    expect(outcome).toMatchObject({ kind: 'busy', retryAfterMs: 7000 })
    expect(stage.standing(stage.channel)).toEqual([])
  })

  test('knows that nothing was sent when nobody is there', async () => {
    const stage = await freshStage()
    await stage.goDark()
    const outcome = await stage.platform.post(outgoing(stage))
    expect(outcome).toMatchObject({ kind: 'not-sent', unreachable: true })
  })

  test('refuses a channel that is not there, and says why in a sentence', async () => {
    const stage = await freshStage()
    const outcome = await stage.platform.post(outgoing(stage, { channel: stage.nowhere }))
    expect(outcome).toMatchObject({ kind: 'refused', scope: 'channel' })
    if (outcome.kind === 'refused') expect(outcome.why).toMatch(/^[A-Z].*\.$/)
  })

  test('puts a correction in the place of what stands there', async () => {
    const stage = await freshStage()
    const posted = await stage.platform.post(outgoing(stage))
    if (posted.kind !== 'posted') throw new Error('not posted')
    const [message] = stage.platform.render({ parent: saying('Corrected 10:42'), replies: [] })
    if (!message) throw new Error('nothing rendered')
    const outcome = await stage.platform.edit(posted.message, outgoing(stage, { message }))
    expect(outcome).toEqual(posted)
    const [standing, ...others] = stage.standing(stage.channel)
    expect(standing?.text).toContain('Corrected 10:42')
    expect(others).toEqual([])
  })

  test('knows the workspace of a channel that it sees, and of no other', async () => {
    const { channel, nowhere, platform, workspaceId } = await freshStage()
    expect(await platform.workspaceOf(channel)).toBe(workspaceId)
    expect(await platform.workspaceOf(nowhere)).toBeUndefined()
    expect(await platform.workspaceOf({ platform: 'console', id: 'main' })).toBeUndefined()
  })

  test('tells admins alone', async () => {
    const stage = await freshStage()
    const document = saying('#news has been archived.')
    const outcome = await stage.platform.tellAdmins(stage.workspaceId, document)
    expect(outcome).toMatchObject({ kind: 'posted' })
    expect(stage.toldAdmins()).toBeGreaterThan(0)
    expect(stage.standing(stage.channel)).toEqual([])
  })

  test('brings a typed command to the desk, and its answer to the caller alone', async () => {
    const stage = await freshStage()
    const { desk, calls } = deskSaying('Three stories.')
    await stage.platform.start(desk)
    try {
      expect(await stage.type('summarize https://a.example/x')).toContain('Three stories.')
    } finally {
      await stage.platform.stop()
    }
    expect(calls).toMatchObject([
      {
        command: 'summarize',
        options: { url: 'https://a.example/x' },
        caller: {
          platform: stage.channel.platform,
          workspaceId: stage.workspaceId,
          channel: stage.channel,
          isStranger: false,
        },
      },
    ])
    expect(stage.standing(stage.channel)).toEqual([])
  })

  test('stops, and stops again', async () => {
    const stage = await freshStage()
    await stage.platform.start(deskSaying('x').desk)
    await stage.platform.stop()
    await stage.platform.stop()
  })
}

function rendered(platform: Platform): readonly RenderedMessage[] {
  const briefings = [aBriefing(), aBriefing({ headline: 'Central bank holds rate at 2.00 %' })]
  return platform.render(digestDocuments(aDigest({ briefings }), wordingFor('en')))
}

function saying(words: string): Document {
  return {
    blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: words }] }],
    fallback: words,
  }
}

let count = 0

function outgoing(stage: Stage, changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  count += 1
  const [message] = rendered(stage.platform)
  if (!message) throw new Error('nothing rendered')
  return {
    deliveryId: deliveryId(`contract-${count}`),
    workspaceId: stage.workspaceId,
    channel: stage.channel,
    message,
    parent: undefined,
    ...changes,
  }
}

const summarize: CommandSpec = {
  name: 'summarize',
  description: 'command.summarize',
  options: [
    { name: 'url', kind: 'url', description: 'option.url', required: true, positional: true },
  ],
  audience: 'everyone',
}

function deskSaying(words: string): { readonly desk: CommandDesk; readonly calls: CommandCall[] } {
  const calls: CommandCall[] = []
  const reply: Reply = { document: saying(words), audience: 'caller', outcome: 'done' }
  return {
    calls,
    desk: {
      specs: [summarize],
      run(call) {
        calls.push(call)
        return Promise.resolve(reply)
      },
      complete: () => Promise.resolve([]),
    },
  }
}
