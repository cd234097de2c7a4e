import { UsageError } from '../../domain/errors.ts'

/** One line of a pipe: the fields that came with it. */
export type PipeInput = Readonly<Record<string, unknown>>

/** What one line becomes; the id is put in front of it. */
export type PipeAnswer = Readonly<Record<string, unknown>>

/** One task of `dateline pipe`: a line in, a line out. */
export type PipeTask = {
  answer(input: PipeInput): PipeAnswer | Promise<PipeAnswer>
  /** Lets go of what the task holds, its workers for example. */
  stop?(): Promise<void>
}

/** A text that the line must have. */
export function requiredText(input: PipeInput, name: string): string {
  const value = input[name]
  if (typeof value === 'string') return value
  throw new UsageError(`"${name}" must be a text.`)
}

/** A text that the line may have. */
export function optionalText(input: PipeInput, name: string): string | undefined {
  return input[name] === undefined || input[name] === null ? undefined : requiredText(input, name)
}

/** A whole number of at least 1 that the line may have. */
export function optionalCount(input: PipeInput, name: string): number | undefined {
  const value = input[name]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  throw new UsageError(`"${name}" must be a whole number of at least 1.`)
}

/** A date that the line may have; one that cannot be read counts as absent. */
export function optionalDate(input: PipeInput, name: string): Date | undefined {
  const text = optionalText(input, name)
  const at = text === undefined ? undefined : new Date(text)
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at
}

/** A list of objects that the line must have. */
export function requiredList(input: PipeInput, name: string): readonly PipeInput[] {
  const value = input[name]
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'object' && one)
  if (isList) return value as readonly PipeInput[]
  throw new UsageError(`"${name}" must be a list of objects.`)
}
