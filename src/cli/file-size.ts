const steps = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** `12.4 MB`. */
export function sizeWords(bytes: number): string {
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 0), 4)
  const value = bytes / 1000 ** step
  return `${value < 10 && step > 0 ? value.toFixed(1) : value.toFixed(0)} ${steps[step]}`
}
