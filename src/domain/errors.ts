/** The settings cannot be used as they stand; the message lists every fault with its place and its mend. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** A request that cannot be carried out as it was put; the message says what was understood and what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** The option whose value it is about; undefined where it is about more than one, or about none. */
  readonly option: string | undefined

  constructor(message: string, options: ErrorOptions & { readonly option?: string } = {}) {
    super(message, options)
    this.option = options.option
  }
}

/** A file, an address or a database that was asked for cannot be used; the message says which, why, and what to do. */
export class UnusableError extends Error {
  override readonly name = 'UnusableError'
}

/** The language model gave nothing that may be printed; the caller uses the extractive summarizer. */
export class SummarizerError extends Error {
  override readonly name = 'SummarizerError'
}

/** A state that the code says cannot be. */
export class BugError extends Error {
  override readonly name = 'BugError'
}

/** Ends a switch over a union: the compiler refuses it while a case is missing. */
export function assertNever(value: never): never {
  throw new BugError(`A case was forgotten: ${JSON.stringify(value)}`)
}
