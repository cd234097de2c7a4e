/** One environment variable: what it means, and whether its value must never be shown. */
export type Variable = {
  readonly name: string
  readonly meaning: string
  readonly secret: boolean
  /** What stands in `.env.example`. */
  readonly example: string
  readonly group: string
}

const plain = (group: string, name: string, example: string, meaning: string): Variable => ({
  name,
  meaning,
  example,
  secret: false,
  group,
})
const secret = (group: string, name: string, example: string, meaning: string): Variable => ({
  ...plain(group, name, example, meaning),
  secret: true,
})

/** Every variable that Dateline reads; a secret can also come from a file, named by `NAME_FILE`. */
export const variables: readonly Variable[] = [
  plain(
    'Basics',
    'DATELINE_CONFIG',
    'config/dateline.yaml',
    'The YAML file with feeds, channels, digests and filters.',
  ),
  secret(
    'Basics',
    'DATABASE_URL',
    'sqlite:data/dateline.db',
    'Where everything is kept: `sqlite:PATH` or `postgres://…`.',
  ),
  plain(
    'Basics',
    'DATELINE_CONTACT',
    '',
    'How publishers reach you, told to them in the User-Agent: an address or a page.',
  ),
  secret(
    'Basics',
    'DATELINE_SECRET_KEY',
    '',
    'Seals tokens at rest: 32 bytes as base64 (`openssl rand -base64 32`). Needed for Slack OAuth. Several keys, with commas between: the first seals, all open.',
  ),
  plain(
    'Retention',
    'DATELINE_KEEP_ARTICLES',
    '90',
    'Days that articles are kept, 31 or more; what a channel was just told of stays.',
  ),
  plain(
    'Retention',
    'DATELINE_KEEP_HISTORY',
    '180',
    'Days that digests, messages, buttons and told stories are kept, 31 or more.',
  ),
  plain(
    'Retention',
    'DATELINE_KEEP_AUDIT',
    '365',
    'Days that the audit log and feedback are kept, 31 or more.',
  ),
  plain(
    'Web',
    'HTTP_HOST',
    '127.0.0.1',
    'The address that the page, health and metrics listen on.',
  ),
  plain('Web', 'HTTP_PORT', '8080', 'Its port.'),
  plain('Web', 'PUBLIC_URL', '', 'How the world reaches it, for Slack and Discord over HTTP.'),
  secret('Slack', 'SLACK_BOT_TOKEN', '', 'The bot token (`xoxb-…`) of one workspace.'),
  secret(
    'Slack',
    'SLACK_APP_TOKEN',
    '',
    'The app-level token (`xapp-…`) for Socket Mode: no public address needed.',
  ),
  secret('Slack', 'SLACK_SIGNING_SECRET', '', 'Checks requests when Slack calls over HTTP.'),
  plain('Slack', 'SLACK_CLIENT_ID', '', 'With the next two: installation by many workspaces.'),
  secret('Slack', 'SLACK_CLIENT_SECRET', '', 'The OAuth client secret.'),
  secret(
    'Slack',
    'SLACK_STATE_SECRET',
    '',
    'Protects the installation link from forgery: any long random text.',
  ),
  plain(
    'Slack',
    'SLACK_API_URL',
    '',
    'Another server that speaks the same API (`http://host/api/`).',
  ),
  plain(
    'Slack',
    'SLACK_COMMAND_PREFIX',
    '',
    'Stands before each slash command, as in the manifest: `news-` for `/news-briefing`.',
  ),
  secret('Discord', 'DISCORD_TOKEN', '', 'The bot token.'),
  plain('Discord', 'DISCORD_PUBLIC_KEY', '', 'Checks interactions when Discord calls over HTTP.'),
  plain(
    'Discord',
    'DISCORD_SHARDS',
    '',
    'The shards of this process, such as `0-3/8`; empty: all, chosen by Discord.',
  ),
  plain(
    'Discord',
    'DISCORD_API_URL',
    '',
    'Another server that speaks the same API (`http://host/api`).',
  ),
  secret(
    'Language model',
    'OPENAI_API_KEY',
    '',
    'The key; without model settings the built-in summarizer writes everything.',
  ),
  plain(
    'Language model',
    'OPENAI_BASE_URL',
    '',
    'Any compatible server, such as Ollama: `http://localhost:11434/v1`.',
  ),
  plain('Language model', 'OPENAI_MODEL', '', 'The name of the model.'),
  plain(
    'Language model',
    'OPENAI_PRICES',
    '',
    'What a million tokens cost in dollars, in and out, such as `0.15/0.60`; for budgets in money.',
  ),
  plain(
    'Language model',
    'OPENAI_DAILY_TOKENS',
    '500000',
    'Most tokens that a workspace may use in a day; then the built-in summarizer writes, and says so.',
  ),
  plain(
    'Network',
    'DATELINE_ALLOW_NETWORKS',
    '',
    'Private networks that feeds may be fetched from, as CIDRs with commas between.',
  ),
  plain(
    'Network',
    'HTTPS_PROXY',
    '',
    'A proxy for all outbound requests; it must filter private addresses itself.',
  ),
  plain('Observation', 'LOG_LEVEL', 'info', '`debug`, `info`, `warn` or `error`.'),
  plain(
    'Observation',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    '',
    'Where traces are sent, if anywhere: a collector that takes OTLP over HTTP, such as `http://localhost:4318`.',
  ),
]

/** The text of `.env.example`. */
export function environmentExample(): string {
  const groups = [...new Set(variables.map((variable) => variable.group))]
  const part = (group: string) =>
    variables
      .filter((variable) => variable.group === group)
      .map(
        ({ meaning, name, example }) =>
          `# ${meaning}\n${example === '' ? '# ' : ''}${name}=${example}`,
      )
      .join('\n')
  const head =
    '# Copy to .env and fill in what you use. A secret can also come from a file: NAME_FILE=/run/secrets/name.'
  return `${head}\n\n${groups.map((group) => `## ${group}\n${part(group)}`).join('\n\n')}\n`
}
