import { createCommandDesk } from '../../commands/desk.ts'
import type { Quotas } from '../../commands/tools.ts'
import type { Settings } from '../../config/settings.ts'
import type { Metrics } from '../../support/metrics.ts'
import { countingCommands } from '../counting.ts'
import { discreet } from '../discreet.ts'
import type { Desks } from '../joined.ts'
import {
  type CommandParts,
  createCommandTools,
  operatorQuotas,
  platformQuotas,
} from './command-tools.ts'

export type DeskParts = Omit<CommandParts, 'quotas' | 'allowNetworks'> & {
  readonly settings: Settings
  readonly metrics: Metrics
}

/** The same commands for the operator and for people who share the bot, who may not ask as much of it. */
export function createDesks(parts: DeskParts): Desks {
  const { settings, clock, metrics } = parts
  const deskWith = (quotas: Quotas) => {
    const tools = createCommandTools({ ...parts, allowNetworks: settings.allowNetworks, quotas })
    return countingCommands(discreet(createCommandDesk(tools)), clock, metrics)
  }
  return {
    desk: deskWith(operatorQuotas),
    platformDesk: deskWith(platformQuotas(settings.slack?.oauth !== undefined)),
  }
}
