import type { Writable } from 'node:stream'
import { pino } from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Ids and numbers of an event; never a token, an address with a secret in it, or a message's text. */
export type LogFields = Readonly<Record<string, unknown>>

/** Events with ids, one per decision: `log.info('feed unchanged', { feedId })`. */
export type Log = Readonly<Record<LogLevel, (event: string, fields?: LogFields) => void>>

/** Keys whose values never reach the log, wherever they stand: the second line behind not logging them at all. */
const secretKeys = [
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'password',
  'authorization',
  'cookie',
  'apiKey',
  'body',
  'payload',
  'text',
]

/** Shapes of the secrets that Dateline meets: Slack, Discord, OpenAI, addresses with a password in them. */
const secretShapes =
  /xox[a-z]-[\w-]{6,}|xapp-[\w-]{6,}|xoxe\.[\w.-]{6,}|sk-[\w-]{8,}|[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,}|hooks\.slack\.com\/\S+|(?<=:\/\/[^\s:/@]{0,64}:)[^\s@/]{1,128}(?=@)/g

/** The text with everything that looks like a secret taken out. */
export function redact(text: string): string {
  return text.replace(secretShapes, '[secret]')
}

/** A structured log, one JSON object a line. */
export function createLog(level: LogLevel, stream: Writable): Log {
  const logger = pino(
    {
      level,
      base: null,
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`]), censor: '[secret]' },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    { write: (line: string) => stream.write(redact(line)) },
  )
  const at =
    (name: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      logger[name](plain(fields), event)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** Says nothing; for programs that talk to a person instead. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** Errors as name, message and causes: a stack only where it is a fault of ours. */
function plain(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value instanceof Error ? errorFields(value) : value,
    ]),
  )
}

function errorFields(error: Error, depth = 0): LogFields {
  const { name, message, cause, stack } = error
  const ours = name === 'BugError' || name === 'TypeError' || name === 'ReferenceError'
  return {
    name,
    message,
    ...(ours ? { stack } : {}),
    ...(cause instanceof Error && depth < 4 ? { cause: errorFields(cause, depth + 1) } : {}),
  }
}
