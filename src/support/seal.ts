import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Turns secrets into text that is safe to store, and back. */
export type Sealer = {
  /** Only the same workspace can open it; sealing the same text twice gives two different seals. */
  seal(workspaceId: string, secret: string): string
  /** Throws when the seal was made for another workspace, changed since, or made with a key that is gone. */
  open(workspaceId: string, sealed: string): string
  /** Names the key that made it, whether it is among those given or not. */
  keyOf(sealed: string): string
  /** The names of the keys given, the newest first. */
  readonly keys: readonly string[]
  /** Whether the newest key made it; otherwise open it and seal it again, so that the older key can go. */
  isCurrent(sealed: string): boolean
}

type Key = { readonly id: string; readonly bytes: Uint8Array }

const algorithm = 'aes-256-gcm'
const keyBytes = 32
/** NIST SP 800-38D, 8.2: 96 bits, random, never twice with one key. */
const nonceBytes = 12
const tagBytes = 16

/**
 * Seals with the first of the keys, 32 bytes each, and opens with any: put a new key before the old one, seal everything
 * again, then take the old one out.
 */
export function createSealer(keys: readonly Uint8Array[]): Sealer {
  const known = keys.map(toKey)
  const [newest] = known
  if (newest === undefined) throw new Error('Nothing can be sealed without a key.')
  return {
    seal: (workspaceId, secret) => seal(newest, workspaceId, secret),
    open: (workspaceId, sealed) => {
      const { keyId, box } = read(sealed)
      const key = known.find(({ id }) => id === keyId)
      if (key) return open(key, workspaceId, box)
      throw new Error(
        `A secret was sealed with the key ${keyId}, which is not among those given; put it back.`,
      )
    },
    keyOf: (sealed) => read(sealed).keyId,
    keys: known.map(({ id }) => id),
    isCurrent: (sealed) => read(sealed).keyId === newest.id,
  }
}

function toKey(bytes: Uint8Array): Key {
  if (bytes.length !== keyBytes) {
    throw new Error(`A key to seal with has ${keyBytes} bytes, and this one ${bytes.length}.`)
  }
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }
}

function seal(key: Key, workspaceId: string, secret: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key.bytes, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(workspaceId))
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  const box = Buffer.concat([nonce, cipher.getAuthTag(), text])
  return `1.${key.id}.${box.toString('base64url')}`
}

function read(sealed: string): { readonly keyId: string; readonly box: Buffer } {
  const [, keyId, box] = /^1\.([0-9a-f]{8})\.([\w-]+)$/.exec(sealed) ?? []
  if (keyId === undefined || box === undefined) {
    throw new Error('What is stored in the place of a secret was not sealed by Dateline.')
  }
  return { keyId, box: Buffer.from(box, 'base64url') }
}

function open(key: Key, workspaceId: string, box: Buffer): string {
  const nonce = box.subarray(0, nonceBytes)
  const decipher = createDecipheriv(algorithm, key.bytes, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(workspaceId))
  decipher.setAuthTag(box.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    const text = decipher.update(box.subarray(nonceBytes + tagBytes))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new Error(
      'A stored secret cannot be opened: it was changed, or sealed for another workspace.',
      { cause },
    )
  }
}
