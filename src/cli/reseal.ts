import { forgetUnopenable, type KeyUse, keysInUse, missingWords, reseal } from '../app/reseal.ts'
import { readEnvironment } from '../config/read-environment.ts'
import { ConfigError, UnusableError } from '../domain/errors.ts'
import { openStore } from '../store/open-store.ts'
import { systemClock } from '../support/clock.ts'
import { isSet, type Program } from './program.ts'
import { createProgress } from './progress.ts'

export const resealProgram: Program = {
  usage: 'dateline reseal [--check] [--forget] [--json]',
  summary: 'seals every stored token with the newest key, so that an older key can go',
  help: [
    'DATELINE_SECRET_KEY holds the keys with commas between: the first seals, all of them open.',
    '1. put a new key before the old one and restart the bot; 2. dateline reseal; 3. take the old key out.',
    '--check    only says which keys are in use',
    '--forget   takes away the installations whose key is lost: those workspaces install the app again',
    '--json     one JSON object',
    'Works while the bot runs. Exit code 1 when a key is missing.',
  ],
  options: {
    check: { type: 'boolean' },
    forget: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(given, terminal) {
    const { database, secretKeys } = readEnvironment(terminal.env)
    if (secretKeys.length === 0) {
      throw new ConfigError('DATELINE_SECRET_KEY is not set: there is no key to seal with.')
    }
    await using store = await openStore(database, { beside: true })
    const forgotten = isSet(given, 'forget') ? await forgetUnopenable(store, secretKeys) : 0
    const missing = (await keysInUse(store, secretKeys)).filter(({ state }) => state === 'missing')
    if (missing.length > 0) throw new UnusableError(missingWords(missing))
    const progress = createProgress(terminal, systemClock.monotonicMs)
    const done = isSet(given, 'check')
      ? { resealed: 0 }
      : await reseal(store, secretKeys, (at, all) => progress.step(at, all, 'tokens'))
    progress.end()
    const keys = await keysInUse(store, secretKeys)
    const told = { resealed: done.resealed, forgotten, keys }
    const words = isSet(given, 'json') ? JSON.stringify(told) : wordsOf(told)
    terminal.stdout.write(`${words}\n`)
    return 0
  },
}

function wordsOf(told: { resealed: number; forgotten: number; keys: readonly KeyUse[] }): string {
  const forgotten = told.forgotten > 0 ? [`${told.forgotten} installations taken away`] : []
  return [
    `${told.resealed} tokens sealed anew`,
    ...forgotten,
    ...told.keys.map(
      ({ key, secrets, state }) => `key ${key} (${state}): ${useOf(secrets, state)}`,
    ),
  ].join('\n')
}

function useOf(secrets: number, state: KeyUse['state']): string {
  if (secrets > 0) return `seals ${secrets} tokens`
  return state === 'older' ? 'seals nothing; it can go' : 'seals nothing yet'
}
