import { createAskModel } from '../../briefing/language-model.ts'
import type { ModelCall, ModelReply } from '../../briefing/model/ask-model.ts'
import type { LanguageModelSettings } from '../../config/settings.ts'
import type { Clock } from '../../support/clock.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

/** The shortest question that shows key, address, model and form of the answer; it costs a few tokens. */
const question: ModelCall = {
  messages: [{ role: 'user', content: 'Answer with the JSON object {"well":true}.' }],
  schema: {
    name: 'health',
    schema: {
      type: 'object',
      properties: { well: { type: 'boolean' } },
      required: ['well'],
      additionalProperties: false,
    },
  },
  maxTokens: 200,
}

/** Asks the language model one thing. While it does not answer the built-in summarizer writes, so that nothing is a fault but a refusal. */
export async function examineModel(
  settings: LanguageModelSettings,
  clock: Clock,
): Promise<Finding> {
  const { model, baseUrl } = settings
  const where = `${model} at ${baseUrl === undefined ? 'OpenAI' : new URL(baseUrl).host}`
  return toFinding(await createAskModel(settings, clock)(question), where)
}

function toFinding(reply: ModelReply, where: string): Finding {
  if (reply.kind === 'text' && isJson(reply.text)) return ok(subject, `${where} answers in JSON`)
  if (reply.kind !== 'failed')
    return warning(
      subject,
      `${where} answers, but not with the JSON that is asked for: many digests would fall back to the built-in summarizer. Choose another model.`,
    )
  const { why, cause } = reply
  if (why === 'refused') return fault(subject, `${where}: ${refusalWords(cause)}`)
  return warning(subject, `${where}: ${troubles[why]} Until then the built-in summarizer writes.`)
}

const subject = 'Language model'

const troubles: Readonly<
  Record<Exclude<Extract<ModelReply, { kind: 'failed' }>['why'], 'refused'>, string>
> = {
  late: 'it took longer than 30 s to answer. Choose a smaller model or a quicker machine.',
  unreachable: 'it cannot be reached. Check OPENAI_BASE_URL, and that the server runs.',
  busy: 'it asks us to wait: its limit or your credit is used up.',
  broken: 'what it answers is not the chat.completions API. Check OPENAI_BASE_URL.',
  failed: 'it answered with an error of its own.',
}

function refusalWords(cause: unknown): string {
  const { status } = (cause ?? {}) as { status?: unknown }
  if (status === 404) return 'there is no such model (404). Check OPENAI_MODEL and OPENAI_BASE_URL.'
  return `it does not accept the key (${status}). Check OPENAI_API_KEY.`
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
