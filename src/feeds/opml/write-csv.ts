import { cleanLine } from '../../support/text/clean.ts'
import type { ExportedFeed } from './write-opml.ts'

/** Feeds as comma-separated values (RFC 4180); no cell is read as a formula by a spreadsheet (S20). */
export function writeCsv(feeds: readonly ExportedFeed[]): string {
  const rows = feeds.map(({ name, url, categories }) => [name, url, categories.join('; ')])
  return [['name', 'url', 'categories'], ...rows].map(toRow).join('')
}

function toRow(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

function toCell(text: string): string {
  const line = cleanLine(text)
  const safe = /^[=+\-@]/.test(line) ? `'${line}` : line
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
