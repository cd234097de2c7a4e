import { ConfigError } from '../domain/errors.ts'
import {
  removeInstallation,
  replaceSealed,
  sealedSecrets,
} from '../store/installations/installations.ts'
import type { Store } from '../store/store.ts'
import { createSealer } from '../support/seal.ts'

/** What is sealed, by the key that sealed it. */
export type KeyUse = {
  /** The first eight hexadecimal digits of the key's SHA-256: enough to know it by, and nothing of the key. */
  readonly key: string
  readonly secrets: number
  readonly state: 'newest' | 'older' | 'missing'
}

export async function keysInUse(
  store: Store,
  keys: readonly Uint8Array[],
): Promise<readonly KeyUse[]> {
  const sealer = createSealer(keys)
  const secrets = await store.everywhere(sealedSecrets)
  const used = secrets.map(({ sealed }) => sealer.keyOf(sealed))
  return [...new Set([...sealer.keys, ...used])].map((key) => ({
    key,
    secrets: used.filter((each) => each === key).length,
    state: key === sealer.keys[0] ? 'newest' : sealer.keys.includes(key) ? 'older' : 'missing',
  }))
}

/** Refuses to begin when a stored secret could not be opened; the bot would be deaf in that workspace only later. */
export async function refuseMissingKeys(store: Store, keys: readonly Uint8Array[]): Promise<void> {
  const missing = (await keysInUse(store, keys)).filter(({ state }) => state === 'missing')
  if (missing.length > 0) throw new ConfigError(missingWords(missing))
}

export function missingWords(missing: readonly KeyUse[]): string {
  const names = missing.map(({ key, secrets }) => `${key} (${secrets} sealed with it)`).join(', ')
  return (
    `DATELINE_SECRET_KEY does not have the key ${names}: put it back behind the newest one, with a comma between. ` +
    'If it is lost, those workspaces have to install the app again: take them away with "dateline reseal --forget".'
  )
}

/** Takes installations away whose key is lost; how many. Those workspaces can install the app again. */
export async function forgetUnopenable(store: Store, keys: readonly Uint8Array[]): Promise<number> {
  const sealer = createSealer(keys)
  const secrets = await store.everywhere(sealedSecrets)
  const lost = secrets.filter(({ sealed }) => !sealer.keys.includes(sealer.keyOf(sealed)))
  for (const { workspaceId } of lost) await store.inWorkspace(workspaceId, removeInstallation)
  return lost.length
}

export type Resealed = { readonly resealed: number; readonly current: number }

/** Seals everything with the first key that another one sealed, each secret by itself; a bot may be at work meanwhile. */
export async function reseal(
  store: Store,
  keys: readonly Uint8Array[],
  onStep: (done: number, all: number) => void = () => {},
): Promise<Resealed> {
  const sealer = createSealer(keys)
  const secrets = await store.everywhere(sealedSecrets)
  let resealed = 0
  for (const [at, { workspaceId, sealed }] of secrets.entries()) {
    if (!sealer.isCurrent(sealed)) {
      const anew = sealer.seal(workspaceId, sealer.open(workspaceId, sealed))
      const isOurs = await store.inWorkspace(workspaceId, (tx) => replaceSealed(tx, sealed, anew))
      if (isOurs) resealed += 1
    }
    onStep(at + 1, secrets.length)
  }
  return { resealed, current: secrets.length - resealed }
}
