import type { Document } from '../domain/document.ts'
import { UsageError } from '../domain/errors.ts'
import type { MadeDigest } from '../pipeline.ts'
import { renderMarkdown } from '../platforms/console/render/render-markdown.ts'
import { renderText } from '../platforms/console/render/render-text.ts'
import { renderDiscord } from '../platforms/discord/render/render-discord.ts'
import { renderSlack } from '../platforms/slack/render/render-digest.ts'
import type { Terminal } from './program.ts'
import { textFormatOf } from './text-format.ts'

export const formats = ['text', 'markdown', 'json', 'slack', 'discord'] as const
export type Format = (typeof formats)[number]

/** The format that was asked for; a UsageError names those that there are. */
export function readFormat(written: string | undefined, otherwise: Format): Format {
  const format = written ?? otherwise
  if (formats.includes(format as Format)) return format as Format
  throw new UsageError(`I read the format as "${format}"; there are ${formats.join(', ')}.`)
}

/** A digest as text for a terminal, Markdown, data, or what a platform would be sent. */
export function printDigest(
  { documents, digest }: Pick<MadeDigest, 'documents' | 'digest'>,
  format: Format,
  terminal: Terminal,
): string {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  switch (format) {
    case 'json':
      return json(digest)
    case 'slack':
      return json(renderSlack(documents).map(({ payload }) => payload))
    case 'discord':
      return json(renderDiscord(documents).map(({ payload }) => payload))
    default:
      return [documents.parent, ...documents.replies]
        .map((document) => printDocument(document, format, terminal))
        .join('\n')
  }
}

export function printDocument(
  document: Document,
  format: 'text' | 'markdown',
  terminal: Terminal,
): string {
  return format === 'markdown'
    ? renderMarkdown(document)
    : renderText(document, textFormatOf(terminal))
}
