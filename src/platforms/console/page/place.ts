import type { WorkspaceId } from '../../../domain/ids.ts'

/** Which workspace an address is in, and what it asks for there. */
export type Place = {
  readonly workspaceId: WorkspaceId
  /** What every address of the workspace begins with. */
  readonly base: string
  readonly pathname: string
}

/** The first workspace stands at the root, the others beneath `/w/`; undefined for one that there is not. */
export function placeAt(pathname: string, workspaces: readonly WorkspaceId[]): Place | undefined {
  const [first] = workspaces
  const [, named, rest] = /^\/w\/([^/]+)(\/.*)$/.exec(pathname) ?? []
  if (named === undefined)
    return first === undefined ? undefined : { workspaceId: first, base: '', pathname }
  const workspaceId = workspaces.find((each) => each === named)
  if (workspaceId === undefined || workspaceId === first) return undefined
  return { workspaceId, base: baseOf(workspaceId, workspaces), pathname: rest ?? '/' }
}

export function baseOf(workspaceId: WorkspaceId, [first]: readonly WorkspaceId[]): string {
  return workspaceId === first ? '' : `/w/${workspaceId}`
}
