import { readFileSync } from 'node:fs'

export type ShippedPackage = {
  readonly name: string
  readonly version: string
  /** An SPDX expression, as the package's authors give it. */
  readonly licence: string
}

type Locked = { readonly version?: string; readonly license?: string; readonly dev?: boolean }

/** Every package that the image holds, as the lock file knows it. */
export function shippedPackages(): readonly ShippedPackage[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Readonly<Record<string, Locked>>
  }
  const shipped = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', license }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? 'unknown',
    }))
  const byLine = new Map(shipped.map((each) => [`${each.name}@${each.version}`, each]))
  return [...byLine].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}

/** `docs/licences.md`. */
export function licencesPage(): string {
  const shipped = shippedPackages()
  const byLicence = Map.groupBy(shipped, ({ licence }) => licence)
  const counts = [...byLicence]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([licence, of]) => `| ${licence} | ${of.length} |`)
  const lines = shipped.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)
  return [
    '# Licences',
    '',
    'Printed from `package-lock.json` (`npm run docs`): everything that is installed with `npm ci --omit=dev`, with the licence that its',
    'authors give. A test refuses any licence that is not on its list. `npm run sbom` prints the same as a CycloneDX bill of materials.',
    '',
    '| licence | packages |',
    '| --- | --- |',
    ...counts,
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n')
}
