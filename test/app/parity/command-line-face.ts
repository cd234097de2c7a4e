import type { Environment } from '../../../src/config/read-environment.ts'
import { run } from '../../cli/terminal.ts'
import type { Face } from './face.ts'

/** Typed into a shell; `--yes` presses the first button. */
export function commandLineFace(env: Environment): Face {
  return {
    name: 'command line',
    channel: 'console:main',
    async ask(typed, press) {
      const { out, err } = await run([...argumentsOf(typed), ...(press ? ['--yes'] : [])], { env })
      const printed = `${err}${out}`
      const buttons = [...printed.matchAll(hint)].map(([, label = '']) => label)
      return { words: [withoutNotes(printed.replace(hint, ''))], buttons, labels: [] }
    },
  }
}

/** How a terminal offers what can be pressed elsewhere. */
const hint = /^\[(.*)\] (?:run it again with --yes|dateline press \S+)$/gm

/** As a shell takes a line apart: marks of quotation go, what stood between them stays together. */
function argumentsOf(typed: string): readonly string[] {
  // A program of its own, which reads files as well.
  const isProgram = typed.startsWith('summarize ')
  const words = typed.match(/(?:[^\s"]|"[^"]*")+/g) ?? []
  return words.map((word) => word.replaceAll('"', '').replace(/^url:/, isProgram ? '' : 'url:'))
}

/** Without the addresses under the text. */
function withoutNotes(text: string): string {
  return text.replace(/^\[\d+\] .*$/gm, '')
}
