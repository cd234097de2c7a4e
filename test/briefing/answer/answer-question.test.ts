import { expect, test } from 'vitest'
import { answerQuestion } from '../../../src/briefing/answer/answer-question.ts'
import { anArticle } from '../../store/sample.ts'

const bridge = anArticle('bridge', {
  title: 'Harbour bridge closed after cracks are found',
  headings: [],
  text: [
    'Mayor Ana Ruiz closed the harbour bridge in Port Ellis on Tuesday after inspectors found cracks in two of its eight pillars.',
    '“We do not believe that anyone was in danger,” Ruiz told reporters. “The bridge will stay closed until every pillar has been checked.”',
    'Engineer Tom Berg, who inspected the bridge in 2019, said: "I warned the council three years ago."',
    'More than 90,000 people cross the bridge every day. The repairs will cost £4.5m and are expected to last six months.',
    'Commuters were sent to the ferries. The ferry company said that it had put on four more boats because the first ones were full.',
  ].join('\n\n'),
})
const fire = anArticle('fire', {
  title: 'Twelve hurt in fire at Lindau paper mill',
  headings: [],
  text: [
    'Twelve workers were injured and two died when a fire broke out at a paper mill in Lindau on Friday night.',
    'The blaze was caused by a faulty dryer, fire chief Mara Vogel said. She said that the sprinklers had not worked.',
    '"We had asked for new sprinklers again and again," said Jonas Lind, who leads the works council.',
    'The owner, Alpen Paper, said that it would pay for the funerals. The mill employs 340 people and was opened in 1962.',
  ].join('\n\n'),
})
const vote = anArticle('vote', {
  title: 'Parliament votes for longer school days',
  headings: [],
  text: [
    'Parliament voted by 214 to 180 on Wednesday to lengthen the school day by one hour from September.',
    'Education minister Petra Sand said: "Children will have more time to learn, and parents more time to work." The opposition leader, Karl Moos, called the law a gift to employers.',
    "Teachers' unions said that they would strike in May unless 3,000 more teachers were hired.",
  ].join('\n\n'),
})
const articles = [bridge, fire, vote]
const ask = (question: string) => answerQuestion({ question, articles })

test.each([
  ['Who closed the harbour bridge?', 'Ana Ruiz'],
  ['When was the bridge closed?', 'on Tuesday'],
  ['Where is the bridge?', 'Port Ellis'],
  ['Why was the harbour bridge closed?', 'cracks'],
  ['How many people cross the bridge every day?', '90,000'],
  ['How much will the repairs cost?', '£4.5m'],
  ['How long will the repairs last?', 'six months'],
  ['Why did the ferry company put on more boats?', 'because'],
  ['How many people were killed in the fire at the paper mill?', 'two died'],
  ['How many workers were hurt in the fire?', 'Twelve workers'],
  ['What caused the fire?', 'faulty dryer'],
  ['When was the mill opened?', '1962'],
  ['Where did the fire break out?', 'Lindau'],
  ['Who owns the paper mill?', 'Alpen Paper'],
  ['Who will pay for the funerals?', 'Alpen Paper'],
  ['How did parliament vote?', '214 to 180'],
  ['When will the unions strike?', 'May'],
  ['How many teachers do the unions want?', '3,000'],
  ['What did the mayor say?', 'stay closed'],
  ['What did Ana Ruiz say about danger?', 'anyone was in danger'],
  ['What did Tom Berg say?', 'three years ago'],
  ['What did the education minister say about children?', 'more time to learn'],
  ['What did Jonas Lind say about the sprinklers?', 'again and again'],
  ['What did the opposition leader say?', 'gift to employers'],
  ['What did the ferry company say?', 'four more boats'],
])('%s … %s', (question, expected) => {
  const { answered, points } = ask(question)
  expect(answered).toBe(true)
  expect(points.map(({ text }) => text).join(' ')).toContain(expected)
  for (const { text, evidence } of points) {
    const [passage] = evidence
    const article = articles.find(({ id }) => id === passage?.articleId)
    const words = article?.text.slice(passage?.start, passage?.end) ?? ''
    expect(words.length).toBeGreaterThan(10)
    expect(text).toContain(words)
  }
})

test.each([
  'Who won the football match?',
  'What is the capital of France?',
  'Who is the president of the United States?',
  'How many people were killed on the bridge?',
  'When will the mill open again?',
  'How much did the sprinklers cost?',
  'Who built the harbour bridge?',
  'What did Angela Merkel say about the bridge?',
  'What did the mayor say about the election?',
  'Why did Karl Moos resign?',
  'Where was Petra Sand born?',
  'How old is Mara Vogel?',
  'How many people were injured in the fire in Bregenz?',
  'Did the bridge collapse in 1987?',
  'What is the weather tomorrow?',
])('the articles do not say: %s', (question) => {
  expect(ask(question)).toMatchObject({ answered: false, points: [] })
})

test('shows what comes nearest where the articles do not say', () => {
  const { closest } = ask('Who built the harbour bridge?')
  expect(bridge.text.slice(closest?.start, closest?.end)).toContain('bridge')
})

test('answers fast over many articles', () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    anArticle(`a${i}`, { title: vote.title, headings: [], text: `${vote.text} ${i}` }),
  )
  const before = process.cpuUsage()
  expect(answerQuestion({ question: 'How did parliament vote?', articles: many }).answered).toBe(
    true,
  )
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500)
})
