import { parentPort } from 'node:worker_threads'

/** The worker's side of a pool: each piece of work that arrives is answered by `answer`, or its failure is told. */
export function answerWork<Work>(answer: (work: Work) => unknown): void {
  const port = parentPort
  port?.on('message', async (work: Work) => {
    try {
      port.postMessage({ answer: await answer(work) })
    } catch (error) {
      port.postMessage({ message: error instanceof Error ? error.message : String(error) })
    }
  })
}
