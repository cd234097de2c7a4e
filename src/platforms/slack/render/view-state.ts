/**
 * What a view has to know again when it comes back: ids alone, far below the 3000 characters of `private_metadata`. It
 * survives a restart of ours, since Slack keeps it.
 */
export type ViewState = {
  readonly command: string
  /** Where the person was when the view opened. */
  readonly channel?: string
  readonly thread?: string
  /** What shows beneath the fields what they come to. */
  readonly preview?: string
}

export function writeViewState(state: ViewState): string {
  return JSON.stringify(state)
}

/** Undefined for a view of an older version or a broken one. */
export function readViewState(text: string): ViewState | undefined {
  try {
    const state = JSON.parse(text) as Partial<ViewState>
    return typeof state.command === 'string' ? (state as ViewState) : undefined
  } catch {
    return undefined
  }
}
