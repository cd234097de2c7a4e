import { UsageError } from '../domain/errors.ts'
import { type Arguments, textOption } from './program.ts'

/** A whole number of an option within its bounds; undefined when it was not given. */
export function readCount(
  given: Arguments,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const written = textOption(given, name)
  if (written === undefined) return undefined
  const count = Number(written)
  if (/^\d+$/.test(written) && count >= least && count <= most) return count
  throw new UsageError(
    `I read --${name} as "${written}"; it takes a whole number from ${least} to ${most}.`,
  )
}
