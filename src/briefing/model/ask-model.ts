import type { Usage } from '../../domain/spending.ts'

/** One turn of what is said to and by the model. */
export type ModelMessage = {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export type ModelCall = {
  readonly messages: readonly ModelMessage[]
  /** The JSON schema of the answer, under a name. */
  readonly schema: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> }
  readonly maxTokens: number
}

/** What became of a call; what it cost is undefined where the server does not say. */
export type ModelReply =
  | { readonly kind: 'text'; readonly text: string; readonly usage: Usage | undefined }
  /** The answer ended at its limit, or the model declined to give it. */
  | { readonly kind: 'cut' | 'filtered'; readonly usage: Usage | undefined }
  | {
      readonly kind: 'failed'
      readonly why: 'late' | 'unreachable' | 'refused' | 'busy' | 'broken' | 'failed'
      /** How long the server wants to be left alone. */
      readonly retryAfterMs: number | undefined
      readonly cause: unknown
    }

/** Asks the language model once; never throws, never tries again. */
export type AskModel = (call: ModelCall) => Promise<ModelReply>
