/** Directives with which publishers keep their pages from us: no use by machines such as ours, no kept copy. */
const reserving = /(?:^|[\s,;:])(?:noai|noarchive)(?=$|[\s,;])/i

/** Whether a `robots` meta tag or an `X-Robots-Tag` header asks that the page is not read or kept. */
export function isReserved(...directives: readonly (string | undefined)[]): boolean {
  return directives.some((directive) => directive !== undefined && reserving.test(directive))
}
