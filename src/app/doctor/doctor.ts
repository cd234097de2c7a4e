import type { Environment } from '../../config/read-environment.ts'
import type { Settings } from '../../config/settings.ts'
import type { PlatformName } from '../../domain/channel.ts'
import type { Wishes } from '../../domain/wishes.ts'
import type { Clock } from '../../support/clock.ts'
import { examineDatabase } from './database.ts'
import type { Finding } from './finding.ts'
import { checkNetwork } from './network.ts'
import { checkClock, checkNode, checkTimezoneData, type Runtime } from './runtime.ts'
import { checkContact, checkEnvironment, checkFile } from './settings.ts'
import { checkSkew } from './skew.ts'

/** Looks at everything that a start needs, in the order in which a fault would stop it. */
export async function* examine(
  env: Environment,
  runtime: Runtime,
  clock: Clock,
): AsyncGenerator<Finding> {
  yield checkNode(runtime)
  yield checkTimezoneData(runtime, clock.now())
  yield checkClock(clock.now())
  const settings = checkEnvironment(env)
  yield settings.finding
  if (!settings.value) return
  yield checkContact(settings.value)
  const wishes = checkFile(settings.value)
  yield wishes.finding
  yield* examineDatabase(settings.value)
  if (wishes.value) yield await checkNetwork(wishes.value)
  yield await checkSkew(settings.value, wishes.value, clock)
  yield* await examineOthers(settings.value, wishes.value, clock)
}

/** Everybody whom the settings name; the library of a platform is loaded only where it is set up. */
async function examineOthers(
  { slack, discord, languageModel }: Settings,
  wishes: Wishes | undefined,
  clock: Clock,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  if (slack) {
    const { examineSlack } = await import('./slack.ts')
    findings.push(...(await examineSlack(slack, channelsOf(wishes, 'slack'))))
  }
  if (discord) {
    const { examineDiscord } = await import('./discord.ts')
    findings.push(...(await examineDiscord(discord, channelsOf(wishes, 'discord'))))
  }
  if (languageModel) {
    const { examineModel } = await import('./model.ts')
    findings.push(await examineModel(languageModel, clock))
  }
  return findings
}

function channelsOf(wishes: Wishes | undefined, name: PlatformName): readonly string[] {
  const channels = (wishes?.digests ?? []).map(({ channel }) => channel)
  return [...new Set(channels.filter(({ platform }) => platform === name).map(({ id }) => id))]
}
