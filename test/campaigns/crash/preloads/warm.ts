import { readSync } from 'node:fs'

/** Loaded before the bot: everything is imported already when the word to start comes, so that a kill costs less time. */
await Promise.all([
  import('../../../../src/cli/run.ts'),
  import('../../../../src/platforms/slack/slack-platform.ts'),
  import('../../../../src/platforms/discord/discord-platform.ts'),
  import('../../../../src/store/postgres/postgres-engine.ts'),
  import('../../../../src/app/serving.ts'),
])
readSync(0, Buffer.alloc(1))
