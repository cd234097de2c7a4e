/** An answer of Discord's that is not what was asked for: its HTTP status, its own code, its words. */
export type Refusal = {
  readonly status: number
  readonly code: number
  readonly message: string
  /** What is wrong with which field, as Discord nests it. */
  readonly faults?: readonly string[]
}

export const refusals = {
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
  notFound: { status: 404, code: 0, message: '404: Not Found' },
  unknownChannel: { status: 404, code: 10003, message: 'Unknown Channel' },
  unknownGuild: { status: 404, code: 10004, message: 'Unknown Guild' },
  unknownMessage: { status: 404, code: 10008, message: 'Unknown Message' },
  unknownUser: { status: 404, code: 10013, message: 'Unknown User' },
  unknownWebhook: { status: 404, code: 10015, message: 'Unknown Webhook' },
  unknownInteraction: { status: 404, code: 10062, message: 'Unknown interaction' },
  alreadyAnswered: {
    status: 400,
    code: 40060,
    message: 'Interaction has already been acknowledged.',
  },
  missingAccess: { status: 403, code: 50001, message: 'Missing Access' },
  notOurs: { status: 403, code: 50005, message: 'Cannot edit a message authored by another user' },
  emptyMessage: { status: 400, code: 50006, message: 'Cannot send an empty message' },
  cannotWriteTo: { status: 403, code: 50007, message: 'Cannot send messages to this user' },
  notText: { status: 400, code: 50008, message: 'Cannot send messages in a non-text channel' },
  missingPermissions: { status: 403, code: 50013, message: 'Missing Permissions' },
  invalidToken: { status: 401, code: 50027, message: 'Invalid Webhook Token' },
  threadArchived: { status: 400, code: 50083, message: 'Thread is archived' },
  threadExists: {
    status: 400,
    code: 160004,
    message: 'A thread has already been created for this message',
  },
} as const satisfies Readonly<Record<string, Refusal>>

/** A form that breaks a rule. */
export function invalidForm(...faults: readonly string[]): Refusal {
  return { status: 400, code: 50035, message: 'Invalid Form Body', faults }
}
