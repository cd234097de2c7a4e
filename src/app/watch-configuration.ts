import { unwatchFile, watchFile } from 'node:fs'
import { readConfigFile } from '../config/read-file.ts'
import { toWishes } from '../config/to-wishes.ts'
import type { Wishes } from '../domain/wishes.ts'
import type { Log } from '../support/log.ts'

export type WatchOptions = {
  readonly file: string
  /** How often the file is looked at. */
  readonly everyMs?: number
  readonly log: Log
  apply(wishes: Wishes): Promise<unknown>
  /** The file cannot be used as it stands now; what was applied last goes on. */
  onFault(sentence: string): Promise<void>
}

const usualEveryMs = 2_000

/**
 * Applies the configuration file whenever it changes; a faulty one changes nothing and is told. The file's state is looked
 * at, not the file itself watched: editors put another file in its place.
 */
export function watchConfiguration(options: WatchOptions): { stop(): void } {
  const { file, everyMs: interval = usualEveryMs } = options
  const onChange = () => void applyChanged(options)
  watchFile(file, { interval, persistent: false }, onChange)
  return { stop: () => unwatchFile(file, onChange) }
}

async function applyChanged({ file, log, apply, onFault }: WatchOptions): Promise<void> {
  try {
    await apply(toWishes(readConfigFile(file)))
    log.info('configuration applied again')
  } catch (error) {
    log.error('configuration not applied', { error })
    await onFault(error instanceof Error ? error.message : String(error))
  }
}
