import { PassThrough, Readable } from 'node:stream'
import type { Terminal } from '../../src/cli/program.ts'
import { runProgram } from '../../src/cli/run-program.ts'

export type Run = { readonly code: number; readonly out: string; readonly err: string }

/** Runs a program of the command line inside the test, as a shell would. */
export async function run(
  args: readonly string[],
  options: { readonly env?: Terminal['env']; readonly stdin?: string } = {},
): Promise<Run> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const [out, err] = [collect(stdout), collect(stderr)]
  const terminal: Terminal = {
    env: options.env ?? {},
    stdin: Readable.from([options.stdin ?? '']),
    stdout,
    stderr,
  }
  const code = await runProgram(args, terminal)
  stdout.end()
  stderr.end()
  return { code, out: await out, err: await err }
}

async function collect(stream: PassThrough): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}
