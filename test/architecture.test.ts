import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { strangers } from './architecture-rules.ts'

const files = globSync('src/**/*.ts').map((file) => file.replaceAll('\\', '/').slice('src/'.length))

describe('the house', () => {
  test('has files to look at', () => {
    expect(files.length).toBeGreaterThan(10)
  })

  test.each(files)('%s imports only what its room may', (path) => {
    expect(strangers(path, readFileSync(`src/${path}`, 'utf8'))).toEqual([])
  })
})

describe('the import rule bites', () => {
  test.each([
    ['domain/quote.ts', "import { Store } from '../store/store.ts'", 'store'],
    ['domain/quote.ts', "import { clean } from '../support/text/clean.ts'", 'support/text'],
    ['domain/digest.ts', "import { Cron } from 'croner'", 'croner'],
    ['support/log.ts', "import type { Article } from '../domain/article.ts'", 'domain'],
    ['feeds/poll.ts', "import { Kysely } from 'kysely'", 'kysely'],
    ['feeds/poll.ts', "import { rank } from '../briefing/rank.ts'", 'briefing'],
    ['briefing/rank.ts', "import { pollFeed } from '../feeds/poll.ts'", 'feeds'],
    ['briefing/summarize.ts', "import OpenAI from 'openai'", 'openai'],
    [
      'delivery/deliver.ts',
      "import { slack } from '../platforms/slack/slack.ts'",
      'platforms/slack',
    ],
    ['commands/feeds-add.ts', "import { App } from '@slack/bolt'", '@slack/bolt'],
    ['commands/feeds-add.ts', "const z = await import('zod')", 'zod'],
    ['platforms/slack/render.ts', "import { Client } from 'discord.js'", 'discord.js'],
    ['platforms/discord/render.ts', "import { x } from '../slack/render.ts'", 'platforms/slack'],
    ['store/store.ts', "import Fastify from 'fastify'", 'fastify'],
    ['web/server.ts', "import Database from 'better-sqlite3'", 'better-sqlite3'],
    ['pipeline.ts', "import { slack } from './platforms/slack/slack.ts'", 'platforms/slack'],
    ['scheduler.ts', "import { build } from './app.ts'", 'app.ts'],
    ['cli/run.ts', "import cron from 'node-cron'", 'node-cron'],
    ['main.ts', "import { Store } from './store/store.ts'", 'store'],
    ['helpers/thing.ts', 'export const x = 1', 'a file outside the house'],
    ['briefing/rank.ts', 'const key = process.env.KEY', 'process.env'],
    ['cli/run.ts', 'const [first] = process.argv', 'process.argv'],
    ['feeds/poll.ts', 'const answer = await fetch(url)', 'fetch'],
    ['feeds/poll.ts', "import { request } from 'node:http'", 'node:http'],
    ['delivery/deliver.ts', 'const now = Date.now()', 'the clock'],
    ['delivery/deliver.ts', 'const now = new Date()', 'the clock'],
    ['delivery/deliver.ts', 'setTimeout(send, 10)', 'timers'],
    ['briefing/rank.ts', 'const n = Math.random()', 'randomness'],
    ['briefing/rank.ts', "vi.mock('./x.ts')", 'module mocking'],
  ])('in %s, `%s` is refused', (path, source, stranger) => {
    expect(strangers(path, source)).toEqual([stranger])
  })
})

test('no test replaces a module', () => {
  const tests = globSync('test/**/*.ts').filter((file) => !file.includes('architecture'))
  const mocking = tests.filter((file) => /\bvi\.(mock|doMock)\(/.test(readFileSync(file, 'utf8')))
  expect(mocking).toEqual([])
})
