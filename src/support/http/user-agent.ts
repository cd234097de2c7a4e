/** How Dateline names itself to publishers: who it is, where to read about it, whom to write to. */
export function userAgent(
  version: string,
  projectUrl: string,
  contact: string | undefined,
): string {
  const about = [`+${projectUrl}`, contact].filter((part) => part !== undefined)
  return `Dateline/${version} (${about.map(safe).join('; ')})`
}

/** A header's comment holds no brackets, no line breaks and nothing beyond ASCII (RFC 9110 5.6.5). */
function safe(text: string): string {
  return text.replace(/[^\x20-\x7e]|[()\\]/g, '')
}
