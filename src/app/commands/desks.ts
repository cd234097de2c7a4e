import { createCommandDesk } from '../../commands/desk.ts'
import type { Quotas } from '../../commands/tools.ts'
import type { Settings } from '../../config/settings.ts'
import type { Metrics } from '../../support/metrics.ts'
import type { Tracer } from '../../support/tracing/tracer.ts'
import { countingCommands } from '../counting.ts'
import { discreet } from '../discreet.ts'
import type { Desks } from '../joined.ts'
import { tracedDesk } from '../traced.ts'
import {
  type CommandParts,
  createCommandTools,
  operatorQuotas,
  platformQuotas,
} from './command-tools.ts'

export type DeskParts = Omit<CommandParts, 'quotas' | 'allowNetworks'> & {
  readonly settings: Settings
  readonly metrics: Metrics
  readonly trace: Tracer
}

/** The same commands for the operator and for people who share the bot, who may not ask as much of it. */
export function createDesks(parts: DeskParts): Desks {
  const { settings, clock, metrics, trace } = parts
  const deskWith = (quotas: Quotas) => {
    const tools = createCommandTools({ ...parts, allowNetworks: settings.allowNetworks, quotas })
    const desk = discreet(createCommandDesk(tools))
    return countingCommands(tracedDesk(desk, trace), clock, metrics)
  }
  return {
    desk: deskWith(operatorQuotas),
    platformDesk: deskWith(platformQuotas(settings.slack?.oauth !== undefined)),
  }
}
