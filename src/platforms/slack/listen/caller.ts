import type { Caller } from '../../../domain/command.ts'
import { personId, workspaceId } from '../../../domain/ids.ts'
import type { Scene } from './scene.ts'

/** Where a request came from, out of its verified body and of nothing that a person typed. */
export type Origin = {
  readonly teamId: string
  readonly token: string
  readonly userId: string
  readonly homeTeam: string | undefined
  readonly channelId: string | undefined
  readonly thread: string | undefined
  /** Something may be changed by it, so that rights are looked up anew. */
  readonly isChange: boolean
}

export async function callerOf(scene: Scene, origin: Origin): Promise<Caller> {
  const workspace = workspaceId(`slack:${origin.teamId}`)
  const person = await scene.look({
    workspaceId: workspace,
    token: origin.token,
    userId: origin.userId,
    homeTeam: origin.homeTeam,
    isFresh: origin.isChange,
  })
  const { channelId } = origin
  const isDirect = channelId === undefined || channelId.startsWith('D')
  return {
    platform: 'slack',
    workspaceId: workspace,
    personId: personId(origin.userId),
    ...person,
    channel: isDirect ? undefined : { platform: 'slack', id: channelId },
    thread: origin.thread,
  }
}
