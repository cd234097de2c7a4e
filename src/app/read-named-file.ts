import { readFile } from 'node:fs/promises'
import { UnusableError } from '../domain/errors.ts'

/** The bytes of a file that a person named; an `UnusableError` says why there are none. */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new UnusableError(`${path}: ${whyNot(error)}`, { cause: error })
  }
}

function whyNot(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file.'
    case 'EISDIR':
      return 'this is a folder; name a file in it.'
    case 'EACCES':
      return 'the file may not be read by this user.'
    default:
      return `the file cannot be read (${error instanceof Error ? error.message : String(error)}).`
  }
}
