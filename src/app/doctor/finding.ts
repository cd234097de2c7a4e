/** What one look at the installation found, with what to do about it. */
export type Finding = {
  readonly subject: string
  readonly state: 'ok' | 'warning' | 'fault'
  readonly words: string
}

export function ok(subject: string, words: string): Finding {
  return { subject, state: 'ok', words }
}

export function warning(subject: string, words: string): Finding {
  return { subject, state: 'warning', words }
}

export function fault(subject: string, words: string): Finding {
  return { subject, state: 'fault', words }
}

/** A fault in words that a stranger understands, out of whatever a check has thrown. */
export function faultOf(subject: string, error: unknown): Finding {
  return fault(subject, error instanceof Error ? error.message : String(error))
}
