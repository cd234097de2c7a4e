/** The text with everything secret in it taken out. */
export type Redact = (text: string) => string

/** What stands in a secret's place. */
export const mark = '[secret]'

/** Shorter values would be found in ordinary words. */
const shortestSecret = 12

const names =
  'token|access_token|refresh_token|auth_token|auth|api_?key|key|secret|client_secret|password|passwd|pwd|sig|signature'

/** Shapes of the secrets that Dateline meets, each with what is left of it. */
const shapes: readonly (readonly [shape: RegExp, left: string])[] = [
  // Slack: https://docs.slack.dev/authentication/tokens
  [/\b(?:xox[a-z]|xapp)-[\w-]{6,}|\bxoxe\.[\w.-]{6,}/g, mark],
  // OpenAI and compatible servers.
  [/\bsk-[\w-]{8,}/g, mark],
  // Discord: the bot's id, a time and a signature, each in base64.
  [/\b[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}/g, mark],
  // Addresses that anyone who knows them may post to.
  [/\bhooks\.slack\.com\/[^\s"'<>\\]+/g, `hooks.slack.com/${mark}`],
  [/(\/webhooks?\/)[\w-]+\/[\w-]{16,}/g, `$1${mark}`],
  // `https://user:password@host`, and a token that stands alone before the host.
  [/(:\/\/)[^\s/@:"']{0,128}:[^\s/@"']{1,256}@/g, `$1${mark}@`],
  [/(:\/\/)[^\s/@:"']{20,256}@/g, `$1${mark}@`],
  // `?token=…` in an address, escaped for HTML or not.
  [new RegExp(`([?&;](?:${names})=)[^\\s&"'<>\\\\#]+`, 'gi'), `$1${mark}`],
]

/** Takes out what looks like a secret, and these very values wherever they stand: the longest first. */
export function createRedact(secrets: readonly string[] = []): Redact {
  const known = [...new Set(secrets)]
    .filter((secret) => secret.length >= shortestSecret)
    .sort((a, b) => b.length - a.length)
  return (text) => {
    const withoutKnown = known.reduce((left, secret) => left.replaceAll(secret, mark), text)
    return shapes.reduce((left, [shape, instead]) => left.replace(shape, instead), withoutKnown)
  }
}

/** By their shapes alone, for places that do not know the operator's own secrets. */
export const redact: Redact = createRedact()
