import { type Environment, readEnvironment } from '../../config/read-environment.ts'
import { readConfigFile } from '../../config/read-file.ts'
import type { Settings } from '../../config/settings.ts'
import { toWishes } from '../../config/to-wishes.ts'
import type { Wishes } from '../../domain/wishes.ts'
import { type Finding, faultOf, ok, warning } from './finding.ts'

export type Read<Value> = { readonly finding: Finding; readonly value: Value | undefined }

export function checkEnvironment(env: Environment): Read<Settings> {
  try {
    return { finding: ok('Environment', 'no mistakes'), value: readEnvironment(env) }
  } catch (error) {
    return { finding: faultOf('Environment', error), value: undefined }
  }
}

export function checkFile({ configFile }: Settings): Read<Wishes> {
  try {
    const wishes = toWishes(readConfigFile(configFile))
    const { feeds, digests } = wishes
    const words = `${configFile}: ${feeds.length} feeds, ${digests.length} digests`
    return { finding: ok('Configuration', words), value: wishes }
  } catch (error) {
    return { finding: faultOf('Configuration', error), value: undefined }
  }
}

/** What a publisher who is annoyed can do: write to somebody, or block us. */
export function checkContact({ contact }: Settings): Finding {
  if (contact !== undefined) return ok('Contact', `publishers are told ${contact}`)
  return warning(
    'Contact',
    'Set DATELINE_CONTACT, so that publishers can write to you, not block you.',
  )
}
