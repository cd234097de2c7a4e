import type { Blow } from './plan.ts'
import { type Promised, workspaces } from './promises.ts'
import type { Standing } from './standing.ts'

/** What readers were promised against what they see. Each list names messages as `digest/part`. */
export type Verdict = {
  readonly promised: number
  readonly visible: number
  readonly lost: readonly string[]
  readonly wrongPlace: readonly string[]
  readonly outOfOrder: readonly string[]
  readonly discordTwice: readonly string[]
  readonly openSlackTwice: readonly string[]
  /** Once more after a process died, or an answer was lost, in the window in which nobody can know. */
  readonly blindSlackTwice: readonly string[]
  /** The same with no such reason. */
  readonly blindSlackTwiceForNothing: readonly string[]
  /** Kills within a moment after a message was taken. */
  readonly killsInWindow: number
}

/** Between the moment a platform takes a message and the record of it. */
const windowMs = 2_000
/** The times of the blows and of the logs are taken by different processes. */
const clockErrorMs = 50

/** Judges by the promises, the fakes' logs and the times of the blows; no database is asked. */
export function judge(
  promises: readonly Promised[],
  standings: readonly Standing[],
  blows: readonly Blow[],
): Verdict {
  const byDigest = Map.groupBy(standings, ({ mark }) => mark?.digest)
  const known = new Set(promises.map(({ digest }) => digest))
  const strays = standings.filter(({ mark }) => mark === undefined || !known.has(mark.digest))
  const looks = promises.map((promised) =>
    look(promised, byDigest.get(promised.digest) ?? [], blows),
  )
  const all = (name: Exclude<keyof Look, 'workspaceId'>) => looks.flatMap((each) => each[name])
  const twiceIn = (workspaceId: string) =>
    looks.filter((each) => each.workspaceId === workspaceId).flatMap(({ twice }) => twice)
  const blind = looks.filter((each) => each.workspaceId === workspaces.blind)
  return {
    promised: promises.reduce((sum, { messages }) => sum + messages, 0),
    visible: standings.length,
    lost: all('lost'),
    wrongPlace: [...all('wrongPlace'), ...strays.map(({ id }) => `stray ${id}`)],
    outOfOrder: all('outOfOrder'),
    discordTwice: twiceIn(workspaces.discord),
    openSlackTwice: twiceIn(workspaces.open),
    blindSlackTwice: blind.flatMap(({ twice }) => twice),
    blindSlackTwiceForNothing: blind.flatMap(({ twiceForNothing }) => twiceForNothing),
    killsInWindow: blows.filter(
      ({ kind, atMs }) => kind === 'kill' && standings.some((each) => isWithin(each, atMs)),
    ).length,
  }
}

/** Every sentence says what was broken; none when the promise was kept. */
export function breaches(verdict: Verdict): readonly string[] {
  const { killsInWindow } = verdict
  const rules: readonly [string, readonly string[]][] = [
    ['lost', verdict.lost],
    ['in the wrong place', verdict.wrongPlace],
    ['before the part ahead of it', verdict.outOfOrder],
    ['twice on Discord', verdict.discordTwice],
    ['twice on Slack with a history', verdict.openSlackTwice],
    ['twice on Slack without a history, for no reason', verdict.blindSlackTwiceForNothing],
  ]
  return rules
    .filter(([, names]) => names.length > 0)
    .map(
      ([rule, names]) =>
        `${names.length} ${rule}: ${names.slice(0, 8).join(', ')} (${killsInWindow} kills in a window)`,
    )
}

type Look = {
  readonly workspaceId: string
  readonly lost: readonly string[]
  readonly wrongPlace: readonly string[]
  readonly outOfOrder: readonly string[]
  readonly twice: readonly string[]
  readonly twiceForNothing: readonly string[]
}

function look(promised: Promised, found: readonly Standing[], blows: readonly Blow[]): Look {
  const parts = Array.from({ length: promised.messages }, (_, part) =>
    found.filter(({ mark }) => mark?.part === part).sort((a, b) => a.atMs - b.atMs),
  )
  const parents = new Set(parts[0]?.map(({ id }) => id))
  const name = ({ mark }: Standing) => `${mark?.digest}/${mark?.part}`
  const again = parts.flatMap((copies) =>
    copies.slice(1).map((copy, at) => [copies[at], copy] as const),
  )
  return {
    workspaceId: promised.workspaceId,
    lost: parts.flatMap((copies, part) =>
      copies.length === 0 ? [`${promised.digest}/${part}`] : [],
    ),
    wrongPlace: found.filter((each) => !isAtHome(promised, each, parents)).map(name),
    outOfOrder: parts.slice(1).flatMap(([first], at) => {
      const before = parts[at]?.[0]
      return first && before && first.atMs < before.atMs ? [name(first)] : []
    }),
    twice: again.map(([, copy]) => name(copy)),
    twiceForNothing: again
      .filter(([before, copy]) => before && !hasReason(before, copy, blows))
      .map(([, copy]) => name(copy)),
  }
}

function isAtHome(
  { workspaceId, channel }: Promised,
  { teamId, channelId, parentId, mark }: Standing,
  parents: ReadonlySet<string>,
): boolean {
  const isThere =
    channelId === channel.id && (teamId === undefined || workspaceId === `slack:${teamId}`)
  const isBeneath = mark?.part === 0 ? parentId === undefined : parents.has(parentId ?? '')
  return isThere && isBeneath
}

/** Whether nobody could know that this message had been taken, or a worker came back from the dead in the middle of it. */
function hasReason(before: Standing, copy: Standing, blows: readonly Blow[]): boolean {
  if (before.fault?.startsWith('accept')) return true
  return blows.some(({ kind, atMs }) => isWithin(kind === 'thaw' ? copy : before, atMs))
}

function isWithin({ atMs }: Standing, blowMs: number): boolean {
  return blowMs >= atMs - clockErrorMs && blowMs <= atMs + windowMs
}
