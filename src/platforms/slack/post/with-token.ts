import type { WorkspaceId } from '../../../domain/ids.ts'
import type { Tokens } from '../tokens/tokens.ts'
import { type Failure, outcomeOfError } from './outcome-of-error.ts'
import { whyOf } from './slack-errors.ts'

export type CallFailure = Exclude<Failure, { kind: 'token-expired' }>

export type CallOutcome<Value> = { readonly kind: 'done'; readonly value: Value } | CallFailure

/** Calls Slack with the workspace's token. A token that Slack calls expired is renewed once, and the call made once more. */
export async function withToken<Value>(
  tokens: Tokens,
  workspaceId: WorkspaceId,
  call: (token: string) => Promise<Value>,
): Promise<CallOutcome<Value>> {
  const first = await tokenOr(() => tokens.get(workspaceId))
  if (typeof first !== 'string') return first
  const outcome = await attempt(call, first)
  if (outcome.kind !== 'token-expired') return outcome
  const renewed = await tokenOr(() => tokens.renew(workspaceId, first))
  if (typeof renewed !== 'string') return renewed
  const second = await attempt(call, renewed)
  return second.kind === 'token-expired' ? refused('token_expired') : second
}

/** Nothing was sent yet, whatever goes wrong with the token. */
async function tokenOr(
  get: () => Promise<{ readonly token: string } | undefined>,
): Promise<string | CallFailure> {
  try {
    return (await get())?.token ?? refused('not_installed')
  } catch (error) {
    const outcome = outcomeOfError(error)
    if (outcome.kind !== 'unknown')
      return outcome.kind === 'token-expired' ? refused('token_expired') : outcome
    return { kind: 'not-sent', why: outcome.why, unreachable: true }
  }
}

async function attempt<Value>(
  call: (token: string) => Promise<Value>,
  token: string,
): Promise<CallOutcome<Value> | { readonly kind: 'token-expired' }> {
  try {
    return { kind: 'done', value: await call(token) }
  } catch (error) {
    return outcomeOfError(error)
  }
}

function refused(code: string): CallFailure {
  return { kind: 'refused', scope: 'workspace', code, why: whyOf(code) }
}
