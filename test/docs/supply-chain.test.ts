import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { billOfMaterials } from './bill-of-materials.ts'
import { shippedPackages } from './licences-page.ts'

/** Licences under which a work may be shipped beside MIT, with nothing to do but to keep their text. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
])

/** `(MIT OR GPL-3.0)` is allowed as soon as one of its choices is. */
function isAllowed(licence: string): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => allowed.has(each)))
}

const registry = 'https://registry.npmjs.org/'

type Manifest = Readonly<
  Record<'scripts' | 'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
>
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest

test('every package that is shipped has a licence on the list', () => {
  const shipped = shippedPackages()
  expect(shipped.length).toBeGreaterThan(50)
  expect(shipped.filter(({ licence }) => !isAllowed(licence))).toEqual([])
})

test('a licence that asks for more is seen', () => {
  expect(isAllowed('GPL-3.0')).toBe(false)
  expect(isAllowed('MIT AND GPL-3.0')).toBe(false)
  expect(isAllowed('(MIT OR GPL-3.0)')).toBe(true)
  expect(isAllowed('unknown')).toBe(false)
})

test('every version is exact', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('every package comes from the registry, with its checksum', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Readonly<Record<string, { resolved?: string; integrity?: string }>>
  }
  const foreign = Object.entries(packages).filter(
    ([path, { resolved = registry, integrity = '' }]) =>
      path !== '' && !(resolved.startsWith(registry) && integrity.startsWith('sha512-')),
  )
  expect(foreign.map(([path]) => path)).toEqual([])
})

test('the bill of materials is CycloneDX, and names what is shipped and nothing else', () => {
  const bill = billOfMaterials()
  const named = bill.components.map(({ name, version }) => `${name}@${version}`)
  const shipped = shippedPackages().map(({ name, version }) => `${name}@${version}`)
  expect(bill.bomFormat).toBe('CycloneDX')
  expect([...new Set(named)].sort()).toEqual([...shipped].sort())
})

test('every package that the house names has its reason in docs/dependencies.md', () => {
  const page = readFileSync('docs/dependencies.md', 'utf8')
  const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  const unnamed = all.filter((name) => !name.startsWith('@types/') && !page.includes(`**${name}**`))
  expect(unnamed).toEqual([])
})
