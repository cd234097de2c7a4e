import { posix } from 'node:path'

/** What one place of the house may import: our own places, outside packages, and the globals it may touch. */
type Allowance = { readonly ours: readonly string[]; readonly packages: readonly string[] }

const inward = ['domain', 'support']

/** Place → what it may import. The longest matching place rules. `node:` modules are free, but for those in `guarded`. */
const allowances: Readonly<Record<string, Allowance>> = {
  'main.ts': { ours: ['cli', 'config'], packages: [] },
  cli: {
    ours: [
      'cli',
      'app.ts',
      'app',
      'scheduler.ts',
      'pipeline.ts',
      'config',
      'briefing',
      'feeds',
      'delivery',
      'commands',
      'platforms',
      'store',
      'web',
      ...inward,
    ],
    packages: [],
  },
  'app.ts': {
    ours: [
      'app',
      'scheduler.ts',
      'pipeline.ts',
      'config',
      'briefing',
      'feeds',
      'delivery',
      'commands',
      'platforms',
      'store',
      'web',
      ...inward,
    ],
    packages: [],
  },
  app: {
    ours: [
      'app',
      'scheduler.ts',
      'pipeline.ts',
      'config',
      'briefing',
      'feeds',
      'delivery',
      'commands',
      'platforms',
      'store',
      'web',
      ...inward,
    ],
    packages: [],
  },
  'scheduler.ts': { ours: ['pipeline.ts', ...inward], packages: ['node-cron'] },
  'pipeline.ts': { ours: ['feeds', 'briefing', 'delivery', 'store', ...inward], packages: [] },
  domain: { ours: ['domain'], packages: ['re2js', 'intl-messageformat'] },
  'domain/local-time.ts': { ours: ['domain'], packages: ['croner'] },
  support: { ours: ['support'], packages: ['pino', 'prom-client'] },
  'support/http': {
    ours: ['support'],
    packages: ['undici', 'ipaddr.js', 'tldts', 'robots-parser'],
  },
  'support/text': { ours: ['support'], packages: ['tldts'] },
  feeds: {
    ours: ['feeds', ...inward],
    packages: [
      'feedsmith',
      'rss-parser',
      'linkedom',
      '@mozilla/readability',
      'htmlparser2',
      'entities',
    ],
  },
  briefing: { ours: ['briefing', ...inward], packages: [] },
  'briefing/language-model.ts': { ours: ['briefing', ...inward], packages: ['openai'] },
  delivery: { ours: ['delivery', ...inward], packages: [] },
  commands: { ours: ['commands', ...inward], packages: [] },
  'platforms/slack': {
    ours: ['platforms/slack', ...inward],
    packages: ['@slack/bolt', '@slack/web-api'],
  },
  'platforms/discord': { ours: ['platforms/discord', ...inward], packages: ['discord.js'] },
  'platforms/console': { ours: ['platforms/console', ...inward], packages: [] },
  store: { ours: ['store', ...inward], packages: ['kysely', 'better-sqlite3', 'pg'] },
  web: { ours: ['web', ...inward], packages: ['fastify'] },
  config: { ours: ['config', '../package.json', ...inward], packages: ['zod', 'yaml'] },
}

/** Words of the runtime that have one home each. */
const guarded: readonly {
  readonly word: RegExp
  readonly name: string
  readonly homes: readonly string[]
}[] = [
  { word: /\bprocess\.env\b/, name: 'process.env', homes: ['main.ts', 'config'] },
  { word: /\bprocess\.argv\b/, name: 'process.argv', homes: ['main.ts', 'config'] },
  { word: /(?<![.\w'"`])fetch\(/, name: 'fetch', homes: ['support/http'] },
  { word: /from 'node:https?'/, name: 'node:http', homes: ['support/http', 'web'] },
  {
    word: /\bDate\.now\(\)|\bnew Date\(\)/,
    name: 'the clock',
    homes: ['support/clock.ts', 'scheduler.ts'],
  },
  {
    word: /(?<![.\w])(setTimeout|setInterval)\(/,
    name: 'timers',
    homes: ['support/clock.ts', 'scheduler.ts'],
  },
  { word: /\bMath\.random\(\)/, name: 'randomness', homes: ['support/random.ts'] },
  { word: /\bvi\.(mock|doMock)\(/, name: 'module mocking', homes: [] },
]

function ruling(path: string): string | undefined {
  return Object.keys(allowances)
    .filter((place) => path === place || path.startsWith(`${place}/`))
    .sort((a, b) => b.length - a.length)[0]
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1')
}

/** What the file at `path` (relative to `src/`) imports or touches and may not; the place and package names, in order. */
export function strangers(path: string, source: string): readonly string[] {
  const place = ruling(path)
  if (place === undefined) return ['a file outside the house']
  const allowed = allowances[place] as Allowance
  const code = withoutComments(source)
  const specifiers = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\s]+)['"]/g)].map(
    (match) => match[1] ?? '',
  )
  const found = specifiers.flatMap((specifier) => {
    if (specifier.startsWith('node:')) return []
    if (!specifier.startsWith('.')) {
      return allowed.packages.includes(packageOf(specifier)) ? [] : [packageOf(specifier)]
    }
    const target = posix.normalize(posix.join(posix.dirname(path), specifier))
    const ok = allowed.ours.some((ours) => target === ours || target.startsWith(`${ours}/`))
    return ok ? [] : [ruling(target) ?? target]
  })
  const touched = guarded
    .filter(
      ({ word, homes }) =>
        word.test(code) && !homes.some((home) => path === home || path.startsWith(`${home}/`)),
    )
    .map(({ name }) => name)
  return [...found, ...touched]
}
