import { join } from 'node:path'
import type { Fault } from '../../fakes/slack/faults.ts'
import { type Child, type ChildOptions, startChild } from './child.ts'
import type { CrashPlan } from './plan.ts'

export type Fakes = {
  readonly slack: { readonly log: string; readonly apiUrl: string }
  readonly discord: { readonly log: string; readonly apiUrl: string; readonly token: string }
  stop(): Promise<void>
}

/** Both platforms, each a process of its own with a log that is only ever added to. */
export async function startFakes(
  { folder, seed, faultyPercent }: CrashPlan,
  options: ChildOptions,
): Promise<Fakes> {
  const start = (name: 'slack' | 'discord', method: string, more: readonly string[]) => {
    const log = join(folder, `${name}.jsonl`)
    const faults = JSON.stringify(faultsOf(method, faultyPercent))
    const given = ['--log', log, '--seed', String(seed), '--faults', faults]
    const kept = ['--any-channel', '--unlimited', ...more]
    return { log, child: startChild([`test/fakes/${name}/main.ts`, ...given, ...kept], options) }
  }
  const two = ['--workspaces', '2', '--no-history-in', 'T0002']
  const slack = start('slack', 'chat.postMessage', two)
  const discord = start('discord', 'POST /channels/:id/messages', [])
  const [slackPort, discordPort] = await Promise.all([portOf(slack.child), portOf(discord.child)])
  return {
    slack: { log: slack.log, apiUrl: `http://127.0.0.1:${slackPort}/api/` },
    discord: {
      log: discord.log,
      apiUrl: `http://127.0.0.1:${discordPort}/api`,
      token: 'OTAwMDAwMDAwMDAwMDAwMDAx.fake.token',
    },
    async stop() {
      for (const { child } of [slack, discord]) child.process.kill('SIGKILL')
      await Promise.all([slack.child.gone, discord.child.gone])
    },
  }
}

function faultsOf(method: string, percent: number): readonly Fault[] {
  const acts: readonly Fault['act'][] = [
    { kind: 'accept-then-hang', ms: 30_000 },
    { kind: 'accept-then-reset' },
    { kind: 'accept-then-fail' },
    { kind: 'reset' },
    { kind: 'answer', status: 503, body: 'upstream is away' },
    { kind: '429', retryAfter: '2' },
  ]
  return acts.map((act) => ({ method, chance: percent / 100 / acts.length, act }))
}

function portOf(child: Child): Promise<number> {
  return child.line('stdout', (line) => (/^\d+$/.test(line) ? Number(line) : undefined))
}
