import { type Span, strong, text } from '../domain/document.ts'
import type { Wording } from '../domain/wording/wording.ts'
import type { Command } from './command.ts'

/** One line of a list of commands: its name, and what it does. */
export function commandLine(
  { name, description }: Pick<Command, 'name' | 'description'>,
  { say }: Wording,
): readonly Span[] {
  return [strong(name), text(` · ${say(description)}`)]
}
