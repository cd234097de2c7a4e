import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ConfigError } from '../domain/errors.ts'
import { fewestKeepDays, mostKeepDays, usualKeepDays } from '../domain/retention.ts'
import { readDatabaseAddress } from './database-address.ts'
import { isOpenToAll, openToAll, readSecretKeys, writtenKeys } from './secret-keys.ts'
import type { DiscordSettings, LanguageModelSettings, Settings, SlackSettings } from './settings.ts'
import { variables } from './variables.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads settings from the variables given; says everything that is wrong at once. */
export function readEnvironment(env: Environment): Settings {
  const faults: string[] = []
  const given = withSecretsFromFiles(env, faults)
  const read = values.safeParse(given)
  if (!read.success)
    faults.push(...read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  const value = read.success ? read.data : undefined
  const slack = value && slackSettings(value, faults)
  const discord = value && discordSettings(value, faults)
  const languageModel = value && languageModelSettings(value, faults)
  if (faults.length > 0 || !value) throw new ConfigError(faultList('The environment', faults))
  return Object.freeze({
    configFile: value.DATELINE_CONFIG,
    database: value.DATABASE_URL,
    contact: value.DATELINE_CONTACT,
    secretKeys: value.DATELINE_SECRET_KEY,
    keepDays: {
      articles: value.DATELINE_KEEP_ARTICLES,
      history: value.DATELINE_KEEP_HISTORY,
      audit: value.DATELINE_KEEP_AUDIT,
    },
    http: { host: value.HTTP_HOST, port: value.HTTP_PORT, publicUrl: value.PUBLIC_URL },
    slack,
    discord,
    languageModel,
    allowNetworks: value.DATELINE_ALLOW_NETWORKS,
    proxyUrl: value.HTTPS_PROXY,
    logLevel: value.LOG_LEVEL,
    otlpEndpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT,
  })
}

/**
 * What must never be shown: the secrets of the environment, and the passwords in its addresses. Files that cannot be read
 * are left out; reading the settings says so.
 */
export function secretsIn(env: Environment): readonly string[] {
  const given = withSecretsFromFiles(env, [])
  return variables.flatMap(({ name, secret }) => {
    const value = given[name]
    if (value === undefined) return []
    if (name === 'DATELINE_SECRET_KEY') return writtenKeys(value)
    const { username = '', password = '' } = URL.parse(value) ?? {}
    if (password !== '') return [password, decodeURIComponent(password)]
    return secret && username === '' && name !== 'DATABASE_URL' ? [value] : []
  })
}

/** Faults as one message: a line each. */
export function faultList(where: string, faults: readonly string[]): string {
  const count = faults.length === 1 ? 'a mistake' : `${faults.length} mistakes`
  return `${where} has ${count}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`
}

/** An empty variable counts as absent: that is how `.env` files leave things out. */
function withSecretsFromFiles(env: Environment, faults: string[]): Environment {
  const given: Record<string, string> = {}
  for (const { name, secret } of variables) {
    const file = env[`${name}_FILE`]
    if (env[name]) given[name] = env[name]
    if (!secret || !file) continue
    if (name === 'DATELINE_SECRET_KEY' && isOpenToAll(file))
      faults.push(`${name}_FILE: ${openToAll(file)}`)
    if (env[name]) faults.push(`${name} and ${name}_FILE are both set; keep one of them.`)
    try {
      given[name] = readFileSync(file, 'utf8').trim()
    } catch {
      faults.push(
        `${name}_FILE: ${file} cannot be read; check that it exists and that Dateline may read it.`,
      )
    }
  }
  return given
}

const url = (example: string) =>
  z.url({ protocol: /^https?$/, error: `must be an address such as ${example}` }).optional()

const days = (usual: number) =>
  z
    .string()
    .default(String(usual))
    .transform((text, context) => {
      const count = Number(text)
      if (/^\d+$/.test(text) && count >= fewestKeepDays && count <= mostKeepDays) return count
      context.addIssue({
        code: 'custom',
        message: `must be a number of days from ${fewestKeepDays} to ${mostKeepDays}, and is "${text}"`,
      })
      return z.NEVER
    })

const values = z.object({
  DATELINE_CONFIG: z.string().default('config/dateline.yaml'),
  DATABASE_URL: z
    .string()
    .default('sqlite:data/dateline.db')
    .transform((text, context) => {
      const address = readDatabaseAddress(text)
      if (address) return address
      context.addIssue({
        code: 'custom',
        message: 'must be `sqlite:PATH` or `postgres://user@host/database`',
      })
      return z.NEVER
    }),
  DATELINE_CONTACT: z.string().optional(),
  DATELINE_SECRET_KEY: z
    .string()
    .default('')
    .transform((text, context) => readSecretKeys(text, context) ?? z.NEVER),
  DATELINE_KEEP_ARTICLES: days(usualKeepDays.articles),
  DATELINE_KEEP_HISTORY: days(usualKeepDays.history),
  DATELINE_KEEP_AUDIT: days(usualKeepDays.audit),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: z
    .string()
    .default('8080')
    .transform((text, context) => {
      const port = Number(text)
      if (/^\d+$/.test(text) && port <= 65_535) return port
      context.addIssue({
        code: 'custom',
        message: `must be a number from 0 to 65535, and is "${text}"`,
      })
      return z.NEVER
    }),
  PUBLIC_URL: url('https://dateline.example.org'),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', 'must begin with `xoxb-`: take it from "OAuth & Permissions"')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'must begin with `xapp-`: take it from "Basic Information"')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().optional(),
  SLACK_API_URL: url('http://127.0.0.1:9000/api/'),
  SLACK_COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,20}$/, 'must be at most 20 small letters, figures, `-` or `_`')
    .optional(),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits: take it from "General Information"')
    .optional(),
  DISCORD_SHARDS: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return undefined
      const [, first, last, of] = /^(\d+)(?:-(\d+))?\/(\d+)$/.exec(text) ?? []
      const shards = { first: Number(first), last: Number(last ?? first), of: Number(of) }
      if (of !== undefined && shards.first <= shards.last && shards.last < shards.of) return shards
      context.addIssue({
        code: 'custom',
        message: `must be like "0-3/8" (first-last/all), and is "${text}"`,
      })
      return z.NEVER
    }),
  DISCORD_API_URL: url('http://127.0.0.1:9000/api'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url('http://localhost:11434/v1'),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_PRICES: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return undefined
      const [, input, output] = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text) ?? []
      const inMicroDollars = (dollars: string) => Math.round(Number(dollars) * 1_000_000)
      if (input !== undefined && output !== undefined)
        return { input: inMicroDollars(input), output: inMicroDollars(output) }
      context.addIssue({
        code: 'custom',
        message: `must be two prices such as "0.15/0.60" (in/out), and is "${text}"`,
      })
      return z.NEVER
    }),
  OPENAI_DAILY_TOKENS: z
    .string()
    .default('500000')
    .transform((text, context) => {
      if (/^\d{1,12}$/.test(text)) return Number(text)
      context.addIssue({ code: 'custom', message: `must be a whole number, and is "${text}"` })
      return z.NEVER
    }),
  DATELINE_ALLOW_NETWORKS: z
    .string()
    .default('')
    .transform((text, context) => {
      const networks = text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
      const odd = networks.find((network) => !/^[0-9a-fA-F:.]+\/\d{1,3}$/.test(network))
      if (odd === undefined) return networks
      context.addIssue({
        code: 'custom',
        message: `"${odd}" is no network; write CIDRs such as 10.0.0.0/8`,
      })
      return z.NEVER
    }),
  HTTPS_PROXY: url('http://proxy.example.org:3128'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http://localhost:4318'),
})

type Values = z.infer<typeof values>

function slackSettings(value: Values, faults: string[]): SlackSettings | undefined {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  } = value
  const oauthParts = [clientId, clientSecret, stateSecret].filter(
    (part) => part !== undefined,
  ).length
  const any =
    value.SLACK_BOT_TOKEN ??
    value.SLACK_APP_TOKEN ??
    value.SLACK_SIGNING_SECRET ??
    clientId ??
    clientSecret
  if (any === undefined && oauthParts === 0) return undefined
  if (oauthParts > 0 && oauthParts < 3)
    faults.push(
      'Slack installation needs SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET; set all three or none.',
    )
  if (oauthParts === 3 && value.DATELINE_SECRET_KEY.length === 0)
    faults.push('Slack installation keeps tokens, so DATELINE_SECRET_KEY must be set to seal them.')
  if (oauthParts === 0 && !value.SLACK_BOT_TOKEN)
    faults.push(
      'Slack is half set up: SLACK_BOT_TOKEN is missing (or the three variables for installation by OAuth).',
    )
  if (!value.SLACK_APP_TOKEN && !value.SLACK_SIGNING_SECRET)
    faults.push(
      'Slack is half set up: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).',
    )
  return {
    botToken: value.SLACK_BOT_TOKEN,
    appToken: value.SLACK_APP_TOKEN,
    signingSecret: value.SLACK_SIGNING_SECRET,
    oauth:
      clientId && clientSecret && stateSecret ? { clientId, clientSecret, stateSecret } : undefined,
    apiUrl: value.SLACK_API_URL,
    commandPrefix: value.SLACK_COMMAND_PREFIX ?? '',
  }
}

function discordSettings(value: Values, faults: string[]): DiscordSettings | undefined {
  if (value.DISCORD_TOKEN === undefined) {
    if (value.DISCORD_PUBLIC_KEY) faults.push('Discord is half set up: DISCORD_TOKEN is missing.')
    return undefined
  }
  return {
    token: value.DISCORD_TOKEN,
    publicKey: value.DISCORD_PUBLIC_KEY,
    shards: value.DISCORD_SHARDS,
    apiUrl: value.DISCORD_API_URL,
  }
}

function languageModelSettings(value: Values, faults: string[]): LanguageModelSettings | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = value
  if (apiKey === undefined && baseUrl === undefined && model === undefined) return undefined
  if (model === undefined) {
    faults.push('The language model is half set up: OPENAI_MODEL is missing.')
    return undefined
  }
  if (apiKey === undefined && baseUrl === undefined)
    faults.push(
      'The language model is half set up: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own.',
    )
  return {
    apiKey,
    baseUrl,
    model,
    price: value.OPENAI_PRICES,
    dailyTokens: value.OPENAI_DAILY_TOKENS,
  }
}
