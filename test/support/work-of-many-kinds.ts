import { answerWork } from '../../src/support/answer-work.ts'

answerWork((work: string) => {
  if (work === 'loop') for (;;);
  if (work === 'fail') throw new Error('no such work')
  if (work === 'leave') process.exit(3)
  if (work === 'fill') {
    const lists: number[][] = []
    for (;;) lists.push(new Array(100_000).fill(lists.length))
  }
  return work.toUpperCase()
})
