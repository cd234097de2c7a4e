const units = ['bytes', 'kB', 'MB', 'GB'] as const

/** "1.2 MB"; decimal units, as disks and browsers count. */
export function bytesWords(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  const amount = bytes / 1000 ** power
  const figures = power > 0 && amount < 10 ? amount.toFixed(1) : String(Math.round(amount))
  return `${figures} ${units[power]}`
}

/** "1 story", "12 stories". */
export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
