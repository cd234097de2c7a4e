import OpenAI from 'openai'
import type { Usage } from '../domain/spending.ts'
import type { Clock } from '../support/clock.ts'
import type { AskModel, ModelCall, ModelReply } from './model/ask-model.ts'
import { retryAfterMs } from './model/retry-after.ts'

/** A call that takes longer is given up. */
const callTimeoutMs = 30_000

/** A server's complaint names what it does not know; so much of it is looked at. */
const complaintUnits = 2000

export type ModelSettings = {
  /** Undefined for servers that ask for none. */
  readonly apiKey: string | undefined
  readonly baseUrl: string | undefined
  readonly model: string
}

/** What a server turned out not to know; it is not sent again. */
type Dialect = { withoutSchema: boolean; newTokenLimit: boolean }

/** Speaks `chat.completions` to any compatible server: one request a call, with a time limit of our own. */
export function createAskModel(settings: ModelSettings, clock: Clock): AskModel {
  const client = new OpenAI({
    apiKey: settings.apiKey ?? 'none',
    ...(settings.baseUrl === undefined ? {} : { baseURL: settings.baseUrl }),
    maxRetries: 0,
    timeout: callTimeoutMs * 2,
  })
  const dialect: Dialect = { withoutSchema: false, newTokenLimit: false }
  return async (call) => {
    const giveUp = new AbortController()
    const done = new AbortController()
    void clock.sleep(callTimeoutMs, done.signal).then(() => giveUp.abort())
    try {
      return await speak(client, settings.model, call, dialect, giveUp.signal)
    } catch (error) {
      return giveUp.signal.aborted ? failed('late', error) : toFailure(error, clock)
    } finally {
      done.abort()
    }
  }
}

async function speak(
  client: OpenAI,
  model: string,
  call: ModelCall,
  dialect: Dialect,
  signal: AbortSignal,
): Promise<ModelReply> {
  try {
    return toReply(await client.chat.completions.create(toBody(model, call, dialect), { signal }))
  } catch (error) {
    if (!learns(error, dialect)) throw error
    return toReply(await client.chat.completions.create(toBody(model, call, dialect), { signal }))
  }
}

function toBody(model: string, call: ModelCall, dialect: Dialect) {
  const { name, schema } = call.schema
  return {
    model,
    messages: [...call.messages],
    stream: false as const,
    ...(dialect.newTokenLimit
      ? { max_completion_tokens: call.maxTokens }
      : { max_tokens: call.maxTokens }),
    ...(dialect.withoutSchema
      ? {}
      : {
          response_format: {
            type: 'json_schema' as const,
            json_schema: { name, strict: true, schema: { ...schema } },
          },
        }),
  }
}

/** Some servers know no schema (llama.cpp#11847), some models only the new name of the limit; both say so with a 400. */
function learns(error: unknown, dialect: Dialect): boolean {
  if (!(error instanceof OpenAI.APIError) || error.status !== 400) return false
  const complaint = error.message.slice(0, complaintUnits)
  if (!dialect.newTokenLimit && /max_completion_tokens/.test(complaint)) {
    dialect.newTokenLimit = true
    return true
  }
  if (!dialect.withoutSchema && /response_format|json_schema|schema/i.test(complaint)) {
    dialect.withoutSchema = true
    return true
  }
  return false
}

/** The answer as far as it can be trusted to be one: servers that only claim to be compatible send anything. */
function toReply(completion: Partial<OpenAI.ChatCompletion> | string | null): ModelReply {
  if (typeof completion !== 'object' || completion === null) return failed('broken', undefined)
  const usage = toUsage(completion.usage)
  const choice = completion.choices?.[0]
  if (choice?.finish_reason === 'length') return { kind: 'cut', usage }
  const isFiltered = choice?.finish_reason === 'content_filter' || Boolean(choice?.message?.refusal)
  if (isFiltered) return { kind: 'filtered', usage }
  const text: unknown = choice?.message?.content
  return typeof text === 'string' ? { kind: 'text', text, usage } : failed('broken', undefined)
}

function toUsage(usage: OpenAI.CompletionUsage | undefined): Usage | undefined {
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = usage ?? {}
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value)
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : undefined
}

function toFailure(error: unknown, clock: Clock): ModelReply {
  if (!(error instanceof OpenAI.APIError)) return failed('broken', error)
  const { status } = error
  if (error instanceof OpenAI.APIConnectionError || status === undefined) {
    return failed('unreachable', error)
  }
  const waitMs = retryAfterMs(error.headers, clock.now())
  if (status === 429 || status === 503) return failed('busy', error, waitMs)
  if (status === 401 || status === 403 || status === 404) return failed('refused', error)
  return failed('failed', error, waitMs)
}

function failed(
  why: Extract<ModelReply, { kind: 'failed' }>['why'],
  cause: unknown,
  waitMs?: number,
): ModelReply {
  return { kind: 'failed', why, cause, retryAfterMs: waitMs }
}
