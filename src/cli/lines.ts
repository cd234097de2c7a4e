import type { Readable } from 'node:stream'

/** The lines of a stream, without their ends; a last line without an end counts. */
export async function* readLines(stream: Readable): AsyncGenerator<string> {
  let rest: string[] = []
  stream.setEncoding('utf8')
  for await (const chunk of stream) {
    const parts = String(chunk).split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield [...rest, part].join('')
      rest = []
    }
    rest.push(last)
  }
  const tail = rest.join('')
  if (tail !== '') yield tail
}
