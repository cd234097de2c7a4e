import type { FakeLog } from './fake-log.ts'

export type FakeMessage = {
  readonly teamId: string
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | undefined
  text: string
  blocks: unknown
  metadata: unknown
  edited: boolean
}

/** What stands in the channels. */
export type Messages = {
  readonly all: readonly FakeMessage[]
  post(message: Omit<FakeMessage, 'ts' | 'edited'>): FakeMessage
  find(teamId: string, channel: string, ts: string): FakeMessage | undefined
  /** Newest first, as Slack lists them. */
  history(teamId: string, channel: string, oldest: number): readonly FakeMessage[]
  replies(teamId: string, channel: string, parent: string, oldest: number): readonly FakeMessage[]
}

/** Messages that an earlier process of the fake wrote to its log still stand. */
export function createMessages(log: FakeLog): Messages {
  const all = log.entries
    .filter(({ kind }) => kind === 'posted')
    .map((entry) => ({ ...(entry.message as FakeMessage) }))
  const channels = new Map<string, FakeMessage[]>()
  for (const message of all) inChannel(message.teamId, message.channel).push(message)
  let count = all.length

  function inChannel(teamId: string, channel: string): FakeMessage[] {
    const key = `${teamId} ${channel}`
    const known = channels.get(key) ?? []
    channels.set(key, known)
    return known
  }

  const newestFirst = (teamId: string, channel: string, oldest: number) =>
    inChannel(teamId, channel)
      .filter(({ ts }) => Number(ts) >= oldest)
      .toReversed()

  return {
    all,
    post(draft) {
      count += 1
      const seconds = Math.floor(Date.now() / 1000)
      const message = {
        ...draft,
        ts: `${seconds}.${String(count).padStart(6, '0')}`,
        edited: false,
      }
      all.push(message)
      inChannel(draft.teamId, draft.channel).push(message)
      log.add('posted', { message: { ...message } })
      return message
    },
    find: (teamId, channel, ts) => inChannel(teamId, channel).find((each) => each.ts === ts),
    history: (teamId, channel, oldest) =>
      newestFirst(teamId, channel, oldest).filter(({ threadTs }) => threadTs === undefined),
    replies: (teamId, channel, parent, oldest) =>
      newestFirst(teamId, channel, oldest)
        .filter(({ threadTs, ts }) => threadTs === parent || ts === parent)
        .toReversed(),
  }
}
