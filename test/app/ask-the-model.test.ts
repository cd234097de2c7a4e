import { LLMock } from '@copilotkit/aimock'
import { expect, onTestFinished, test } from 'vitest'
import { consoleCaller } from '../../src/app/console.ts'
import { aNewsroom } from './a-newsroom.ts'

const story = {
  guid: 'bridge',
  title: 'Harbour bridge closed after cracks are found',
  text: 'Mayor Ana Ruiz closed the harbour bridge on Tuesday after inspectors found cracks in two of its eight pillars.',
  at: '2026-03-03T07:00:00Z',
}

/** A bot whose model gives one answer, and a way to ask it. */
async function aBotWithModel(sentence: string) {
  const server = new LLMock({ port: 0 })
  await server.start()
  onTestFinished(() => server.stop())
  const answer = { answered: true, sentences: [{ text: sentence, passages: [1] }] }
  server.on({ userMessage: /[\s\S]*/ }, { content: JSON.stringify(answer) })
  const newsroom = await aNewsroom({
    startAt: '2026-03-02T20:00:00Z',
    environment: {
      OPENAI_API_KEY: 'test-key',
      OPENAI_BASE_URL: `${server.url}/v1`,
      OPENAI_MODEL: 'small',
    },
  })
  await newsroom.work()
  newsroom.publish(story)
  await newsroom.goTo('2026-03-03T07:30:00Z')
  await newsroom.work()
  const { desk } = await newsroom.app.openDesks()
  return {
    async ask(question: string) {
      const { document } = await desk.run({
        id: 'ask',
        command: 'ask',
        options: { question },
        caller: consoleCaller,
      })
      return JSON.stringify(document)
    },
  }
}

test('a question is answered in the model’s words with the number of the passage, which opens in the article', async () => {
  const { ask } = await aBotWithModel(
    'Inspectors found cracks in two pillars of the harbour bridge.',
  )
  const reply = await ask('Why is the harbour bridge closed?')
  expect(reply).toContain('Inspectors found cracks in two pillars of the harbour bridge. [1]')
  expect(reply).toContain('https://harbour.example/bridge#:~:text=')
})

test('what the model makes up is replaced by the article’s own words, and the answer says so', async () => {
  const { ask } = await aBotWithModel('Saboteurs blew up two pillars of the harbour bridge.')
  const reply = await ask('Why is the harbour bridge closed?')
  expect(reply).not.toContain('Saboteurs')
  expect(reply).toContain('inspectors found cracks in two of its eight pillars. [1]')
  expect(reply).toContain('What the language model said beyond the sources was left out.')
})
