import type { Container, MessageBody, Part, Row, Section, TextDisplay } from './components.ts'
import { flags, limits } from './limits.ts'
import { escapeLine } from './markdown.ts'

/**
 * The same message with an embed: for clients and channels where components are refused or serve worse. Its text is at
 * most 4,000 characters, so that it fits one description and the 6,000 characters of all embeds.
 */
export function toEmbedBody(body: MessageBody): MessageBody {
  const container = body.components.find(
    (component): component is Container => component.type === 17,
  )
  const mention = outsideText(body)
  return {
    flags: 0,
    ...(mention === '' ? {} : { content: mention }),
    embeds: [
      { description: textOf(body, limits.embedDescription), color: container?.accent_color ?? 0 },
    ],
    components: rowsIn(body),
    allowed_mentions: body.allowed_mentions,
  }
}

/** The same message as plain text, cut at a line's end; addresses do not unfold into previews. */
export function toPlainBody(body: MessageBody): MessageBody {
  const mention = outsideText(body)
  const room = limits.contentCharacters - mention.length - 1
  return {
    flags: flags.suppressEmbeds,
    content: [mention, textOf(body, room)].filter(Boolean).join('\n'),
    components: rowsIn(body),
    allowed_mentions: body.allowed_mentions,
  }
}

function outsideText(body: MessageBody): string {
  return body.components
    .filter((component): component is TextDisplay => component.type === 10)
    .map(({ content }) => content)
    .join('\n')
}

function partsIn(body: MessageBody): readonly Part[] {
  return body.components.flatMap((component) =>
    component.type === 17 ? component.components : component.type === 1 ? [component] : [],
  )
}

/** At most five rows stand under a message without Components V2; a digest's message has two. */
function rowsIn(body: MessageBody): readonly Row[] {
  return partsIn(body)
    .filter((part): part is Row => part.type === 1)
    .slice(0, 5)
}

/** Whole lines as far as they fit; never a part of one, which could end inside a link. */
function textOf(body: MessageBody, maxUnits: number): string {
  let text = ''
  for (const line of partsIn(body).flatMap(linesOf)) {
    if (text.length + line.length + 1 <= maxUnits) text += `${line}\n`
  }
  return text.trim() || '…'
}

function linesOf(part: Part): readonly string[] {
  if (part.type === 10) return part.content.split('\n')
  if (part.type === 14) return ['']
  return part.type === 9 ? quoteLines(part) : []
}

function quoteLines({ components, accessory }: Section): readonly string[] {
  const words = components.flatMap(({ content }) => content.split('\n'))
  return [...words, `> [${escapeLine(accessory.label)}](<${accessory.url}>)`]
}
