import type { Writable } from 'node:stream'
import { pino } from 'pino'
import { mark, type Redact, redact } from './redact.ts'

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

/** A structured log, one JSON object a line; `clean` takes secrets out of each line. */
export function createLog(
  level: LogLevel,
  stream: Pick<Writable, 'write'>,
  clean: Redact = redact,
): Log {
  const logger = pino(
    {
      level,
      base: null,
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`]), censor: mark },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    { write: (line: string) => stream.write(clean(line)) },
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
