import { statSync } from 'node:fs'

const keyBytes = 32
/** Fewer different bytes than this were not drawn at random: chance makes fewer than 20 of 32 in one of 10^9 keys. */
const fewestDifferentBytes = 16

type Context = { addIssue(issue: { code: 'custom'; message: string }): void }

/** The keys of the variable, each as it is written. */
export function writtenKeys(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '')
}

/** Keys as base64 with commas or line ends between them, the newest first; undefined, and an issue, when one is no key. */
export function readSecretKeys(text: string, context: Context): readonly Uint8Array[] | undefined {
  const keys = writtenKeys(text).map((part) => new Uint8Array(Buffer.from(part, 'base64')))
  const message = keys.map(faultOf).find((fault) => fault !== undefined)
  if (message === undefined) return keys
  context.addIssue({ code: 'custom', message })
  return undefined
}

function faultOf(key: Uint8Array): string | undefined {
  const mend = 'make one with `openssl rand -base64 32`'
  if (key.length !== keyBytes) return `must be ${keyBytes} bytes as base64; ${mend}`
  if (new Set(key).size < fewestDifferentBytes) return `is a key that anybody could guess; ${mend}`
  return undefined
}

/** Where Docker and Kubernetes mount secrets, readable for all inside the container, in which nobody else is. */
const containerSecrets = /^(?:\/var)?\/run\/secrets\//

export function isOpenToAll(file: string): boolean {
  if (containerSecrets.test(file)) return false
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0
  return (mode & 0o004) !== 0
}

export function openToAll(file: string): string {
  return `${file} can be read by every user of this machine: run \`chmod 600 ${file}\`, or make a new key.`
}
