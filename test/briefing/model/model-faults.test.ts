import type { ServerResponse } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createLanguageModelSummarizer } from '../../../src/briefing/model/model-summarizer.ts'
import { anArticle } from '../../store/sample.ts'
import { serve } from '../../support/http/local-server.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { aServer, bridge, goodAnswer, optionsFor, tell } from './a-model.ts'

type Answer = (response: ServerResponse) => void

const json = (response: ServerResponse, status: number, body: unknown, headers = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
const completion = (message: unknown, finish_reason = 'stop') => ({
  id: 'x',
  object: 'chat.completion',
  choices: [{ index: 0, message, finish_reason }],
  usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
})
const good = () => completion({ role: 'assistant', content: JSON.stringify(goodAnswer) })

/** A model behind a server that does as it is told. */
async function behind(answer: Answer) {
  const asked: { at: Date; body: string }[] = []
  const clock = movedClock('2026-03-03T10:00:00Z')
  const current = { answer }
  const server = await serve((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      asked.push({ at: clock.now(), body })
      current.answer(response)
    })
  })
  onTestFinished(() => server[Symbol.asyncDispose]())
  const { options, spent } = optionsFor(`http://127.0.0.1:${server.port}`, clock)
  const model = createLanguageModelSummarizer(options)
  let stories = 0
  const tellOne = () => {
    stories += 1
    return tell(model, [
      anArticle(`story${stories}`, { ...bridge, text: `${bridge.text} It was story ${stories}.` }),
    ])
  }
  return { asked, spent, clock, current, tellOne }
}

const byUs = 'Written by the built-in summarizer: '

test.each<[string, Answer, string]>([
  ['500', (r) => json(r, 500, { error: { message: 'boom' } }), 'the language model failed.'],
  [
    '429 for a day',
    (r) => json(r, 429, {}, { 'retry-after': '86400' }),
    'the language model asked us to wait.',
  ],
  [
    '429 for ever',
    (r) => json(r, 429, {}, { 'retry-after': '9999999' }),
    'the language model asked us to wait.',
  ],
  [
    'a wrong key',
    (r) => json(r, 401, {}),
    'the language model refused us: its key or its name is not accepted.',
  ],
  [
    'an unknown model',
    (r) => json(r, 404, {}),
    'the language model refused us: its key or its name is not accepted.',
  ],
  ['a dropped connection', (r) => r.destroy(), 'the language model could not be reached.'],
  [
    'JSON that ends half-way',
    (r) => json(r, 200, '{"choices": [{'),
    'the language model did not answer in the form that was asked for.',
  ],
  [
    'HTML',
    (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
    'the language model did not answer in the form that was asked for.',
  ],
  [
    'nothing',
    (r) => json(r, 200, ''),
    'the language model did not answer in the form that was asked for.',
  ],
  [
    'no choices',
    (r) => json(r, 200, {}),
    'the language model did not answer in the form that was asked for.',
  ],
  [
    'null',
    (r) => json(r, 200, 'null'),
    'the language model did not answer in the form that was asked for.',
  ],
  [
    'no content',
    (r) => json(r, 200, completion({ role: 'assistant', content: null })),
    'the language model did not answer in the form that was asked for.',
  ],
  [
    'a whole answer marked as cut',
    (r) =>
      json(r, 200, { ...good(), choices: [{ ...good().choices[0], finish_reason: 'length' }] }),
    'the answer of the language model was cut off.',
  ],
  [
    'a filtered answer',
    (r) => json(r, 200, completion({ role: 'assistant', content: '' }, 'content_filter')),
    'the language model declined to tell this story.',
  ],
  [
    'a refusal',
    (r) => json(r, 200, completion({ role: 'assistant', content: null, refusal: 'No.' })),
    'the language model declined to tell this story.',
  ],
])(
  'F25: %s leaves the story to the built-in summarizer, which says why, and is not tried again',
  async (_, answer, why) => {
    const { asked, tellOne } = await behind(answer)
    const told = await tellOne()
    expect(told.fellBack).toBe(byUs + why)
    expect(told.points.length).toBeGreaterThan(0)
    expect(asked).toHaveLength(1)
  },
)

test('F25: a server that is not there is named', async () => {
  const gone = await serve(() => {})
  await gone[Symbol.asyncDispose]()
  const { options } = optionsFor(
    `http://127.0.0.1:${gone.port}`,
    movedClock('2026-03-03T10:00:00Z'),
  )
  const told = await tell(createLanguageModelSummarizer(options), [bridge])
  expect(told.fellBack).toBe(`${byUs}the language model could not be reached.`)
})

test('F25: a model that hangs is given up after 30 seconds', async () => {
  const { clock, tellOne } = await behind(() => {})
  const telling = tellOne()
  let seconds = 0
  const isWaiting = { is: true }
  void telling.finally(() => (isWaiting.is = false))
  while (isWaiting.is && seconds < 90) {
    await clock.advance(1000)
    await new Promise((resolve) => setImmediate(resolve))
    seconds += 1
  }
  expect((await telling).fellBack).toBe(`${byUs}the language model did not answer in time.`)
  expect(seconds).toBeGreaterThanOrEqual(30)
  expect(seconds).toBeLessThanOrEqual(60)
})

describe('F25: after three failures in a row', () => {
  const failing: Answer = (r) => json(r, 500, {})

  test('the model is left alone for a minute, then asked once, then trusted again', async () => {
    const { asked, clock, current, tellOne } = await behind(failing)
    for (let i = 0; i < 3; i++) await tellOne()
    expect((await tellOne()).fellBack).toContain('failed several times')
    expect(asked).toHaveLength(3)
    await clock.advance(60_000)
    await tellOne()
    expect((await tellOne()).fellBack).toContain('failed several times')
    expect(asked).toHaveLength(4)
    await clock.advance(60_000)
    current.answer = (r) => json(r, 200, good())
    expect((await tellOne()).fellBack).toBeUndefined()
    expect((await tellOne()).fellBack).toBeUndefined()
    expect(asked).toHaveLength(6)
  })
})

test('ten failures among twenty calls are enough, even when others succeed between', async () => {
  const { asked, current, tellOne } = await behind(() => {})
  for (let i = 0; i < 20; i++) {
    current.answer = i % 2 ? (r) => json(r, 500, {}) : (r) => json(r, 200, good())
    await tellOne()
  }
  expect((await tellOne()).fellBack).toContain('failed several times')
  expect(asked).toHaveLength(20)
})

test('a server that asks for ten minutes gets them', async () => {
  const { asked, clock, current, tellOne } = await behind((r) =>
    json(r, 429, {}, { 'retry-after': '600' }),
  )
  await tellOne()
  current.answer = (r) => json(r, 200, good())
  await clock.advance(599_000)
  await tellOne()
  expect(asked).toHaveLength(1)
  await clock.advance(1000)
  expect((await tellOne()).fellBack).toBeUndefined()
})

test('a server that knows no schema is asked without one from then on', async () => {
  const { asked, current, tellOne } = await behind((r) =>
    json(r, 400, { error: { message: 'response_format is not supported' } }),
  )
  const refusing = current.answer
  current.answer = (r) => {
    current.answer = (later) => json(later, 200, good())
    refusing(r)
  }
  expect((await tellOne()).fellBack).toBeUndefined()
  expect((await tellOne()).fellBack).toBeUndefined()
  expect(asked.map(({ body }) => body.includes('response_format'))).toEqual([true, false, false])
})

test('a model that knows the limit only by its new name gets it by that name', async () => {
  const { asked, current, tellOne } = await behind(() => {})
  current.answer = (r) => {
    current.answer = (later) => json(later, 200, good())
    json(r, 400, {
      error: { message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'." },
    })
  }
  expect((await tellOne()).fellBack).toBeUndefined()
  expect(asked.map(({ body }) => body.includes('max_completion_tokens'))).toEqual([false, true])
})

test('counts what the server says a call cost, and what it must have cost when the server is silent', async () => {
  const { spent, current, tellOne } = await behind((r) => json(r, 200, good()))
  await tellOne()
  current.answer = (r) => json(r, 200, { ...good(), usage: undefined })
  await tellOne()
  expect(spent[0]).toEqual({ inputTokens: 100, outputTokens: 20 })
  expect(spent[1]?.inputTokens).toBeGreaterThan(300)
  expect(spent[1]?.outputTokens).toBeGreaterThan(50)
})

test.each([
  ['rate limits', { rateLimitRate: 1 }],
  ['dropped answers', { dropRate: 1 }],
  ['broken connections', { disconnectRate: 1 }],
  ['malformed answers', { malformedRate: 1 }],
])('a server in chaos (%s) costs a model text and no story', async (_, chaos) => {
  const server = await aServer()
  server.onMessage(/[\s\S]*/, { content: JSON.stringify(goodAnswer) })
  server.setChaos(chaos)
  const { options } = optionsFor(server.url, movedClock('2026-03-03T10:00:00Z'))
  const told = await tell(createLanguageModelSummarizer(options), [bridge])
  expect(told.fellBack).toContain(byUs)
  expect(told.points.length).toBeGreaterThan(0)
})
