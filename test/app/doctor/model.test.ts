import { createServer } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serve } from '../../support/http/local-server.ts'
import { findingsOf } from './examining.ts'

/** A server that gives one answer to everything. */
async function aModelThat(status: number, body: unknown) {
  const server = await serve((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  onTestFinished(() => server[Symbol.asyncDispose]())
  return modelAt(server.port)
}

const modelAt = (port: number) => ({
  OPENAI_API_KEY: 'sk-secret-of-the-test',
  OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
  OPENAI_MODEL: 'small',
})

async function found(env: Readonly<Record<string, string>>): Promise<string | undefined> {
  const findings = await findingsOf(env)
  expect(findings.join('\n')).not.toContain('sk-secret-of-the-test')
  return findings.find((finding) => finding.includes(' Language model'))
}

const saying = (content: string) => ({
  choices: [{ finish_reason: 'stop', message: { role: 'assistant', content } }],
})

describe('the language model', () => {
  test('that answers in JSON is in order', async () => {
    expect(await found(await aModelThat(200, saying('{"well":true}')))).toMatch(
      /^ok Language model: small at 127\.0\.0\.1:\d+ answers in JSON$/,
    )
  })

  test('that answers in prose is a warning', async () => {
    expect(await found(await aModelThat(200, saying('I am well.')))).toMatch(
      /^warning Language model: .*not with the JSON/,
    )
  })

  test.each([
    [401, /^fault Language model: .*does not accept the key \(401\)\. Check OPENAI_API_KEY/],
    [404, /^fault Language model: .*no such model \(404\)\. Check OPENAI_MODEL/],
    [429, /^warning Language model: .*limit or your credit is used up/],
    [500, /^warning Language model: .*error of its own/],
  ])('that answers %i is told with what to do', async (status, words) => {
    expect(await found(await aModelThat(status, { error: { message: 'no' } }))).toMatch(words)
  })

  test('that is not there is a warning: the built-in summarizer writes', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => closed.once('listening', resolve))
    const { port } = closed.address() as { port: number }
    await new Promise((resolve) => closed.close(resolve))
    expect(await found(modelAt(port))).toMatch(
      /^warning Language model: .*cannot be reached.*the built-in summarizer writes/,
    )
  })
})
