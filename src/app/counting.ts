import type { AskModel } from '../briefing/model/ask-model.ts'
import type { CommandDesk } from '../domain/command.ts'
import type { House } from '../pipeline.ts'
import type { Tick } from '../scheduler.ts'
import type { Clock } from '../support/clock.ts'
import type { Metrics } from '../support/metrics.ts'
import type { KeptPoll, PollChange } from './keep-polls.ts'

/** The same keeper, with what it kept counted. */
export function countingPolls(
  keep: (poll: KeptPoll) => Promise<PollChange>,
  metrics: Metrics,
): House['store']['keepPoll'] {
  return async (poll) => {
    const change = await keep(poll)
    const { outcome, claimed } = poll
    const saved = outcome.state.bytesSaved - claimed.state.bytesSaved
    metrics.count('dateline_polls_total', { outcome: saved > 0 ? 'not-modified' : outcome.kind })
    if (saved > 0) metrics.count('dateline_feed_bytes_saved_total', {}, saved)
    const fault = outcome.kind === 'failed' ? outcome.state.failure?.fault : undefined
    if (fault) metrics.count('dateline_poll_failures_total', { fault })
    if (change.kind === 'lost') return change
    metrics.count('dateline_articles_total', { kind: 'new' }, change.added)
    metrics.count('dateline_articles_total', { kind: 'revised' }, change.revised)
    return change
  }
}

/** The same recorder, with what was recorded counted: briefings, and what their checks took out. */
export function countingBriefs(
  record: (...args: Parameters<House['store']['recordDigest']>) => Promise<boolean>,
  metrics: Metrics,
): House['store']['recordDigest'] {
  return async (claim, made) => {
    if (!(await record(claim, made))) return
    const isEmpty = made.digest.briefings.length === 0
    metrics.count('dateline_digests_total', { outcome: isEmpty ? 'empty' : 'recorded' })
    for (const { authorship, checks } of made.digest.briefings) {
      metrics.count('dateline_briefings_total', { summarizer: authorship.summarizer })
      if (authorship.fellBackBecause !== undefined) metrics.count('dateline_model_fallbacks_total')
      metrics.count('dateline_points_replaced_total', {}, checks.pointsReplaced.length)
      for (const { verdict } of checks.quotesDropped)
        metrics.count('dateline_quotes_dropped_total', { verdict })
    }
  }
}

/** The same desk, with what it answered counted and timed. */
export function countingCommands(desk: CommandDesk, clock: Clock, metrics: Metrics): CommandDesk {
  return {
    ...desk,
    async run(call) {
      const startedMs = clock.monotonicMs()
      const reply = await desk.run(call)
      metrics.observe('dateline_command_seconds', (clock.monotonicMs() - startedMs) / 1000)
      const { platform } = call.caller
      metrics.count('dateline_commands_total', { platform, outcome: reply.outcome })
      return reply
    },
  }
}

/** The same model, with its calls counted by what came of them. */
export function countingCalls(ask: AskModel, metrics: Metrics): AskModel {
  return async (call) => {
    const reply = await ask(call)
    const outcome = reply.kind === 'failed' ? reply.why : reply.kind
    metrics.count('dateline_model_calls_total', { outcome })
    return reply
  }
}

/** The same tick, with its failures counted. */
export function countingTick(tick: Tick, metrics: Metrics): Tick {
  return {
    ...tick,
    async run(signal) {
      try {
        await tick.run(signal)
      } catch (error) {
        metrics.count('dateline_tick_failures_total', { tick: tick.name })
        throw error
      }
    },
  }
}
