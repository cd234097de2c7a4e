import type { types } from '@slack/bolt'
import type { Document } from '../../../domain/document.ts'
import type { RenderedMessage } from '../../../domain/platform.ts'
import { escapedLine } from './escape.ts'
import { fittingBlocks } from './fit.ts'
import { mostBlocks, mostFallbackUnits, mostMessageUnits } from './limits.ts'

/** What Slack is given of a message, whatever sends it. */
export type SlackPayload = {
  readonly text: string
  readonly blocks: readonly types.KnownBlock[]
  readonly unfurl_links: false
  readonly unfurl_media: false
  /** The fallback text is words and nothing else. */
  readonly mrkdwn: false
  readonly parse: 'none'
}

/** A document as one message, within every limit. */
export function renderMessage(
  document: Document,
  place: RenderedMessage['place'],
): RenderedMessage & { readonly payload: SlackPayload } {
  return { place, payload: slackPayload(document) }
}

export function slackPayload(document: Document): SlackPayload {
  const text = escapedLine(document.fallback, mostFallbackUnits) || '…'
  const blocks = fittingBlocks(document.blocks, { blocks: mostBlocks, units: mostMessageUnits })
  return { text, blocks, unfurl_links: false, unfurl_media: false, mrkdwn: false, parse: 'none' }
}
