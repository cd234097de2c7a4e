import type { Environment } from '../../config/read-environment.ts'
import { checkDatabase } from './database.ts'
import type { Finding } from './finding.ts'
import { checkNetwork } from './network.ts'
import { checkClock, checkNode, checkTimezoneData, type Runtime } from './runtime.ts'
import { checkContact, checkEnvironment, checkFile } from './settings.ts'

/** Looks at everything that a start needs, in the order in which a fault would stop it. */
export async function* examine(
  env: Environment,
  runtime: Runtime,
  now: Date,
): AsyncGenerator<Finding> {
  yield checkNode(runtime)
  yield checkTimezoneData(runtime, now)
  yield checkClock(now)
  const settings = checkEnvironment(env)
  yield settings.finding
  if (!settings.value) return
  yield checkContact(settings.value)
  const wishes = checkFile(settings.value)
  yield wishes.finding
  yield await checkDatabase(settings.value.database)
  if (wishes.value) yield await checkNetwork(wishes.value)
}
