import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../support/log.ts'

/** Slack's libraries talk into our log, from warnings up; their words can quote a message, so details stay out of it. */
export function slackLogger(log: Log): Logger {
  const say =
    (level: 'warn' | 'error') =>
    (...words: unknown[]) => {
      const first = words[0]
      log[level]('slack library', { says: first instanceof Error ? first.message : String(first) })
    }
  return {
    debug() {},
    info() {},
    warn: say('warn'),
    error: say('error'),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  }
}
