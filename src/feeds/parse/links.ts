/** Longer addresses are broken or an attack. */
const maxLinkLength = 2048

/** The absolute http or https address that `link` means seen from the bases, the nearest first; undefined for anything else. */
export function resolveLink(
  link: string | undefined,
  bases: readonly (string | undefined)[],
): string | undefined {
  const text = link?.trim()
  if (!text || text.length > maxLinkLength) return undefined
  const url = parseUrl(text, resolveBase(bases))
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) return undefined
  return writeLink(url)
}

/** Each base may itself be relative to those after it. */
function resolveBase(bases: readonly (string | undefined)[]): string | undefined {
  return bases.reduceRight<string | undefined>(
    (outer, base) => (base === undefined ? outer : (parseUrl(base.trim(), outer)?.href ?? outer)),
    undefined,
  )
}

function parseUrl(text: string, base: string | undefined): URL | undefined {
  return URL.parse(text, base) ?? undefined
}

/** `|`, `<` and `>` never stand raw, for they end links in chat markup. */
function writeLink(url: URL): string {
  return url.href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E')
}
