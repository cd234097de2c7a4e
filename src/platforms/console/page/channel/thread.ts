import type { Platform } from '../../../../domain/platform.ts'
import { type Html, html, trusted } from '../../render/html.ts'
import { renderHtml } from '../../render/render-html.ts'
import { discordMessageHtml } from '../as-discord/discord-html.ts'
import { slackMessageHtml } from '../as-slack/slack-html.ts'
import type { StandingMessage, StandingThread } from '../reads.ts'
import { quoteAnchor, storyAddress } from '../story/story-address.ts'
import type { ViewCall } from '../view.ts'
import type { Look } from './looks.ts'

const drawn = { slack: slackMessageHtml, discord: discordMessageHtml }

/** A digest with its stories beneath it. */
export async function threadHtml(
  thread: StandingThread,
  look: Look,
  { base, rendererFor }: Pick<ViewCall, 'base' | 'rendererFor'>,
): Promise<Html> {
  if (look === 'plain') return plainThread(thread, base)
  const messages =
    thread.posted?.platform === look
      ? thread.posted.messages
      : rendered(thread, await rendererFor(look))
  const parts = messages.map(({ message, storyId }) =>
    drawn[look](message, storyLink({ storyId }, base)),
  )
  return html`<section class="thread">${parts}</section>`
}

/** What the platform would be given; the story of a message is known where each story is one message. */
function rendered({ document, replies }: StandingThread, render: Platform['render']) {
  const messages = render({ parent: document, replies: replies.map((each) => each.document) })
  const isOneEach = messages.length === replies.length + 1
  return messages.map((message, at) => ({
    message,
    storyId: isOneEach ? replies[at - 1]?.storyId : undefined,
  }))
}

function plainThread({ replies, ...parent }: StandingThread, base: string): Html {
  return html`<section class="thread">${[parent, ...replies].map((message) => plainMessage(message, base))}</section>`
}

function plainMessage(message: StandingMessage, base: string): Html {
  const { document, storyId } = message
  const quoteAddress =
    storyId && ((at: number) => `${storyAddress(base, storyId)}#${quoteAnchor(at)}`)
  return html`${trusted(renderHtml(document, quoteAddress))}${storyLink(message, base)}`
}

function storyLink({ storyId }: Pick<StandingMessage, 'storyId'>, base: string): Html | undefined {
  return (
    storyId &&
    html`<p class="open"><a href="${storyAddress(base, storyId)}">What this story rests on</a></p>`
  )
}
