import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { programs } from '../src/cli/programs.ts'
import { commands } from '../src/commands/table.ts'
import { variables } from '../src/config/variables.ts'
import { createMetrics } from '../src/support/metrics.ts'
import { generated } from './docs/generated.ts'

/** Addresses of the web server and places on the platforms, which look like commands. */
const addresses = new Set([
  'healthz',
  'readyz',
  'metrics',
  'slack',
  'run',
  'etc',
  'var',
  'app',
  'tmp',
  'discord',
  'invite',
  'v',
  'news',
])

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

  test('names programs, benchmarks and campaigns that exist', () => {
    const missing = [...text.matchAll(/npm run (dateline|bench|campaign) -- ([a-z][\w-]*)/g)]
      .map(([, script = '', name = '']) => [script, name] as const)
      .filter(([script, name]) =>
        script === 'dateline'
          ? !(name in programs)
          : !existsSync(`test/${script === 'bench' ? 'bench' : 'campaigns'}/${name}.ts`),
      )
    expect(missing).toEqual([])
    const named = [...text.matchAll(/`dateline ([a-z]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in programs))).toEqual([])
  })

  test('names metrics that are measured', async () => {
    const named = [...text.matchAll(/`(dateline_[a-z0-9_]+)/g)].map(([, name]) => name ?? '')
    const measured = named.length > 0 ? await createMetrics().text() : ''
    expect(named.filter((name) => !measured.includes(`# TYPE ${name} `))).toEqual([])
  })

  test('names commands that there are', () => {
    const words = new Set(commands.map(({ name }) => name.split(' ')[0]))
    const named = [...text.matchAll(/`\/(briefing|[a-z]+)(?: ([a-z]+)(?: ([a-z]+))?)?/g)]
    const strange = named
      .map(([, first = '', second = '', third = '']) => [first, second, third].filter(Boolean))
      .filter(([first = '']) => !addresses.has(first) && !words.has(first))
    expect(strange).toEqual([])
  })

  test('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }
    const named = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})
