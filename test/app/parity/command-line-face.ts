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
      const [words = '', hint = ''] = `${err}${out}`.split(/^(?=\[.*\]: run it again)/m)
      const [, button] = /^\[(.*)\]: run it again/.exec(hint) ?? []
      return { words: [withoutNotes(words)], buttons: button ? [button] : [], labels: [] }
    },
  }
}

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
