import { expect, onTestFinished, test } from 'vitest'
import { createSlackAnswers } from '../../src/app/slack-answers.ts'
import { systemClock } from '../../src/support/clock.ts'
import { startFakeSlack } from '../fakes/slack/fake-slack.ts'

const operator = { contact: undefined, proxyUrl: undefined }
const options = { maxBytes: 1000 }

test('answers reach the operator’s own server on its port, and no other one', async () => {
  const slack = await startFakeSlack()
  onTestFinished(() => slack.close())
  const answers = createSlackAnswers(slack.apiUrl, operator, systemClock)
  onTestFinished(() => answers.close())
  const url = `http://127.0.0.1:${slack.port}/response/r1`
  expect(await answers.postJson(url, { text: 'x' }, options)).toMatchObject({ kind: 'ok' })
  const other = url.replace(String(slack.port), '9')
  expect(await answers.postJson(other, {}, options)).toMatchObject({ kind: 'refused', why: 'port' })
})

test('answers to Slack itself never reach a private network', async () => {
  const answers = createSlackAnswers(undefined, operator, systemClock)
  onTestFinished(() => answers.close())
  const outcome = await answers.postJson('https://127.0.0.1/x', {}, options)
  expect(outcome).toMatchObject({ kind: 'refused' })
})
