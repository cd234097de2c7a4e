import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Environment, readEnvironment } from '../../src/config/read-environment.ts'
import { environmentExample, variables } from '../../src/config/variables.ts'

const faults = (env: Environment) => {
  try {
    readEnvironment(env)
  } catch (error) {
    return String((error as Error).message)
  }
  return ''
}

describe('the environment', () => {
  test('needs no variable at all', () => {
    expect(readEnvironment({})).toMatchObject({
      configFile: 'config/dateline.yaml',
      database: { kind: 'sqlite', path: 'data/dateline.db' },
      http: { host: '127.0.0.1', port: 8080 },
      slack: undefined,
      discord: undefined,
      languageModel: undefined,
    })
  })

  test('tells all faults at once, each with its variable', () => {
    const told = faults({
      HTTP_PORT: 'eighty',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
      SLACK_BOT_TOKEN: 'xoxp-1',
    })
    expect(told).toContain('4 mistakes')
    expect(told).toContain('HTTP_PORT: must be a number from 0 to 65535, and is "eighty"')
    expect(told).toContain('DATABASE_URL: must be `sqlite:PATH`')
    expect(told).toContain('LOG_LEVEL: must be debug')
    expect(told).toContain('SLACK_BOT_TOKEN: must begin with `xoxb-`')
  })

  test('takes several keys, the newest first, from a file that nobody else can read', () => {
    const keys = [randomBytes(32), randomBytes(32)]
    const file = join(mkdtempSync(join(tmpdir(), 'dateline-keys-')), 'key')
    writeFileSync(file, keys.map((key) => key.toString('base64')).join('\n'), { mode: 0o600 })
    const env = { DATELINE_SECRET_KEY_FILE: file }
    expect(readEnvironment(env).secretKeys.map((key) => Buffer.from(key))).toEqual(keys)
    chmodSync(file, 0o644)
    expect(faults(env)).toContain('can be read by every user of this machine')
  })

  test.each([
    [
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      'set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)',
    ],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_CLIENT_ID: '1', SLACK_SIGNING_SECRET: 's' }, 'set all three or none'],
    [{ DISCORD_PUBLIC_KEY: 'a'.repeat(64) }, 'DISCORD_TOKEN is missing'],
    [{ OPENAI_API_KEY: 'k' }, 'OPENAI_MODEL is missing'],
    [{ OPENAI_MODEL: 'm' }, 'set OPENAI_API_KEY, or OPENAI_BASE_URL'],
    [{ OPENAI_PRICES: '15' }, 'must be two prices such as "0.15/0.60" (in/out), and is "15"'],
    [{ OPENAI_DAILY_TOKENS: 'all' }, 'must be a whole number, and is "all"'],
    [{ DISCORD_TOKEN: 't', DISCORD_SHARDS: '4-2/8' }, 'must be like "0-3/8"'],
    [{ DATELINE_ALLOW_NETWORKS: '10.0.0.1' }, 'write CIDRs such as 10.0.0.0/8'],
    [{ DATELINE_SECRET_KEY: 'short' }, 'must be 32 bytes'],
    [{ DATELINE_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }, 'anybody could guess'],
    [{ DATELINE_KEEP_AUDIT: '7' }, 'from 31 to 3650, and is "7"'],
  ])('names what is half there: %j', (env, words) => {
    expect(faults(env)).toContain(words)
  })

  test('a secret comes from a file, and its value never stands in a fault', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'dateline-')), 'token')
    writeFileSync(file, 'xoxb-from-file\n')
    const settings = readEnvironment({ SLACK_BOT_TOKEN_FILE: file, SLACK_SIGNING_SECRET: 's' })
    expect(settings.slack?.botToken).toBe('xoxb-from-file')
    expect(faults({ SLACK_BOT_TOKEN_FILE: '/nowhere' })).toContain(
      'SLACK_BOT_TOKEN_FILE: /nowhere cannot be read',
    )
    expect(faults({ SLACK_BOT_TOKEN: 'secret-value-1' })).not.toContain('secret-value-1')
  })

  test('reads an empty variable as absent', () => {
    expect(readEnvironment({ SLACK_BOT_TOKEN: '', HTTP_PORT: '' }).http.port).toBe(8080)
  })
})

describe('.env.example', () => {
  test('is what the variables say', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(environmentExample())
  })

  test('names each variable once', () => {
    expect(new Set(variables.map((variable) => variable.name)).size).toBe(variables.length)
  })
})
