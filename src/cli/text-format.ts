import type { TextFormat } from '../platforms/console/render/render-text.ts'
import type { Terminal } from './program.ts'

const usualColumns = 100

/** What this terminal can show; a pipe gets plain text. NO_COLOR is honoured (no-color.org). */
export function textFormatOf({ stdout, env }: Pick<Terminal, 'stdout' | 'env'>): TextFormat {
  const isTerminal = stdout.isTTY === true && env.TERM !== 'dumb'
  return {
    columns: stdout.columns ?? usualColumns,
    colour: isTerminal && !env.NO_COLOR,
    hyperlinks: isTerminal && env.TERM_PROGRAM !== 'Apple_Terminal',
  }
}
