import type { ReadyCall } from './command.ts'
import { localeOf } from './times.ts'

/** "3.4 MB", "82 KB": a number of bytes as people say it, in thousands. */
export function sizeWords(bytes: number, call: Pick<ReadyCall, 'wording'>): string {
  const [unit, size] = bytes >= 1_000_000 ? ['megabyte', 1_000_000] : ['kilobyte', 1_000]
  return new Intl.NumberFormat(localeOf(call), {
    style: 'unit',
    unit,
    maximumFractionDigits: bytes < 10_000_000 && bytes >= 1_000_000 ? 1 : 0,
  }).format(bytes / size)
}
