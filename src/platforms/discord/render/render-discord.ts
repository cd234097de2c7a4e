import type { Document } from '../../../domain/document.ts'
import type { DigestDocuments, RenderedMessage } from '../../../domain/platform.ts'
import { cleanLine } from '../../../support/text/clean.ts'
import { truncateGraphemes } from '../../../support/text/truncate.ts'
import type { MessageBody } from './components.ts'
import { documentToBodies, findableBodies } from './document-to-bodies.ts'
import { limits } from './limits.ts'

/** Narrower and narrower, until the list that everyone is notified of is one message. */
const parentRooms = [
  { headline: 400, small: 1000, heading: '##' },
  { headline: 200, small: 600, heading: '##' },
  { headline: 100, small: 300, heading: '##' },
  { headline: 50, small: 200, heading: '##' },
] as const

/** A digest as Discord takes it: the parent in the channel, each story in the thread beneath it. */
export function renderDiscord(documents: DigestDocuments): readonly RenderedMessage[] {
  const title = titleOf(documents.parent)
  const [parent, ...rest] = parentBodies(documents)
  const replies = documents.replies.flatMap((reply) => findableBodies(reply))
  const inThread = [...rest, ...replies].map((payload) => ({ place: 'thread', payload, title }))
  const inChannel = parent === undefined ? [] : [{ place: 'channel', payload: parent, title }]
  return [...inChannel, ...inThread] as readonly RenderedMessage[]
}

/** An answer: several messages where one cannot hold it. */
export function renderReply(document: Document): readonly MessageBody[] {
  return documentToBodies(document)
}

function parentBodies({ parent, mention }: DigestDocuments): readonly MessageBody[] {
  const drawn = parentRooms.map((room) => () => findableBodies(parent, room))
  let bodies: readonly MessageBody[] = []
  for (const draw of drawn) {
    bodies = draw()
    if (bodies.length === 1) break
  }
  return bodies.map((body, at) => (at === 0 ? mentioning(body, mention) : body))
}

/** Only a role that the digest names is ever notified; anything else is no role's id. */
function mentioning(body: MessageBody, role: string | undefined): MessageBody {
  if (role === undefined || !/^\d{15,20}$/.test(role)) return body
  return {
    ...body,
    components: [{ type: 10, content: `<@&${role}>` }, ...body.components],
    allowed_mentions: { parse: [], roles: [role] },
  }
}

/** What the thread or the forum's post is called: the heading of the digest. */
function titleOf(parent: Document): string {
  const heading = parent.blocks.find((block) => block.kind === 'heading')
  const words = cleanLine(heading?.text ?? parent.fallback)
  return truncateGraphemes(words, limits.threadName, limits.threadName) || 'Briefing'
}
