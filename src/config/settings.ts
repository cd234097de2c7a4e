import type { KeepDays } from '../domain/retention.ts'

/** Where everything is kept. */
export type DatabaseSettings =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string }

export type SlackSettings = {
  /** Token of the one workspace; undefined when workspaces install the app by OAuth. */
  readonly botToken: string | undefined
  /** Socket Mode when set. */
  readonly appToken: string | undefined
  /** HTTP when set. */
  readonly signingSecret: string | undefined
  readonly oauth:
    | { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string }
    | undefined
  readonly apiUrl: string | undefined
  /** Stands before each slash command, where another app of the workspace has the same ones. */
  readonly commandPrefix: string
}

export type DiscordSettings = {
  readonly token: string
  /** HTTP interactions when set; the gateway otherwise. */
  readonly publicKey: string | undefined
  readonly shards:
    | { readonly first: number; readonly last: number; readonly of: number }
    | undefined
  readonly apiUrl: string | undefined
}

export type LanguageModelSettings = {
  /** Undefined for servers that ask for none. */
  readonly apiKey: string | undefined
  readonly baseUrl: string | undefined
  readonly model: string
  /** In millionths of a dollar per million tokens; undefined: nothing is reckoned. */
  readonly price: { readonly input: number; readonly output: number } | undefined
  /** Most tokens that a workspace may use in a day (UTC), in and out together. */
  readonly dailyTokens: number
}

/** What the operator sets by the environment; read once, then frozen. */
export type Settings = {
  readonly configFile: string
  readonly database: DatabaseSettings
  readonly contact: string | undefined
  /** 32 bytes each; the first seals, all of them open. None when no tokens need to be kept. */
  readonly secretKeys: readonly Uint8Array[]
  readonly keepDays: KeepDays
  readonly http: {
    readonly host: string
    readonly port: number
    readonly publicUrl: string | undefined
  }
  readonly slack: SlackSettings | undefined
  readonly discord: DiscordSettings | undefined
  readonly languageModel: LanguageModelSettings | undefined
  readonly allowNetworks: readonly string[]
  readonly proxyUrl: string | undefined
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  readonly otlpEndpoint: string | undefined
}
