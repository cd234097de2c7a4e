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

/** A document as one message, within every limit; with a group that it notifies, and nobody else. */
export function renderMessage(
  document: Document,
  place: RenderedMessage['place'],
  mention?: string,
): RenderedMessage & { readonly payload: SlackPayload } {
  const payload = slackPayload(document)
  const first = mentionBlock(mention)
  return { place, payload: first ? { ...payload, blocks: [first, ...payload.blocks] } : payload }
}

/** A user group of the workspace; anything else is no group's id. `slackPayload` leaves room for one more block. */
function mentionBlock(group: string | undefined): types.RichTextBlock | undefined {
  if (group === undefined || !/^S[A-Z0-9]{2,20}$/.test(group)) return undefined
  const elements = [{ type: 'usergroup', usergroup_id: group } as const]
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}

export function slackPayload(document: Document): SlackPayload {
  const text = escapedLine(document.fallback, mostFallbackUnits) || '…'
  const blocks = fittingBlocks(document.blocks, { blocks: mostBlocks - 1, units: mostMessageUnits })
  return { text, blocks, unfurl_links: false, unfurl_media: false, mrkdwn: false, parse: 'none' }
}
