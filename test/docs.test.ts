import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { variables } from '../src/config/variables.ts'
import { generated } from './docs/generated.ts'

const pages = globSync(['*.md', 'docs/**/*.md'])

test.each(Object.keys(generated))(
  '%s is what the code prints; `npm run docs` writes it',
  (path) => {
    expect(readFileSync(path, 'utf8')).toBe(generated[path]?.())
  },
)

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  test('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].map(
      ([, link]) => link ?? '',
    )
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([])
  })

  test('names paths that exist', () => {
    const named = [...text.matchAll(/`((?:src|config|test|docs)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? '',
    )
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })

  test('names variables that are read', () => {
    const known = new Set(variables.flatMap(({ name }) => [name, `${name}_FILE`]))
    const named = [
      ...text.matchAll(/`((?:DATELINE|SLACK|DISCORD|OPENAI|HTTP|DATABASE)_[A-Z_]+)`/g),
    ].map(([, name]) => name ?? '')
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  test('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }
    const named = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})
