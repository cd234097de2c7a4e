import { execFileSync } from 'node:child_process'

type Component = {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly properties?: readonly { readonly name: string; readonly value: string }[]
}

export type Bill = {
  readonly bomFormat: string
  readonly specVersion: string
  readonly components: readonly Component[]
  readonly dependencies: readonly {
    readonly ref: string
    readonly dependsOn?: readonly string[]
  }[]
}

const development = 'cdx:npm:package:development'
const longest = 64_000_000

/**
 * What is shipped, as npm's own CycloneDX bill of materials. npm's `--omit dev` leaves out what development needs as well
 * as the program (zod, for one), so that everything is asked for and what is marked as development's taken out.
 */
export function billOfMaterials(): Bill {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const all = JSON.parse(
    execFileSync('npm', args, { encoding: 'utf8', maxBuffer: longest }),
  ) as Bill
  const components = all.components.filter((component) => !isForDevelopment(component))
  const gone = new Set(all.components.filter(isForDevelopment).map((each) => each['bom-ref']))
  const dependencies = all.dependencies
    .filter(({ ref }) => !gone.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((on) => !gone.has(on)) }))
  return { ...all, components, dependencies }
}

function isForDevelopment({ properties = [] }: Component): boolean {
  return properties.some(({ name, value }) => name === development && value === 'true')
}
