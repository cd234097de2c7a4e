import { type Block, strong, text } from '../../domain/document.ts'
import type { Command, ReadyCall } from '../command.ts'
import { digestBlocks } from '../digest-blocks.ts'
import { findDigest } from '../read/named.ts'
import { actions, done, failed, heading, list, paragraph } from '../reply.ts'
import { options } from '../shared-options.ts'
import type { Composed } from '../tools.ts'

/** A list of everything that was left out would be longer than the digest. */
const leftOutShown = 10

export const digestPreview: Command = {
  name: 'digest preview',
  description: 'command.digestPreview',
  options: [options.digest],
  audience: 'admins',
  area: 'digests',
  examples: [{ line: 'digest preview morning', says: 'Why these stories' }],
  run: async (call, tools) => {
    const { wording } = call
    const { digest, feeds } = await call.remember(async (memory) => {
      const found = await findDigest(memory, call.options.digest ?? '', wording)
      return { digest: found, feeds: await memory.feedsOf(found) }
    })
    if (feeds.length === 0)
      return failed(wording.say('digestPreview.noFeeds', { name: digest.name }))
    const composed = await tools.compose({
      subscription: digest,
      since: undefined,
      topic: undefined,
      personId: undefined,
      wording,
    })
    await call.remember((memory) => memory.keepShown(composed.digest.briefings))
    return done(
      paragraph(wording.say('digestPreview.intro', { name: digest.name })),
      ...digestBlocks(composed.digest, wording),
      { kind: 'divider' },
      ...reasonBlocks(composed, call),
      actions({
        label: wording.say('action.run'),
        command: 'digest run',
        options: { digest: digest.name },
        style: 'primary',
      }),
    )
  },
}

function reasonBlocks({ digest, reasons, leftOut }: Composed, call: ReadyCall): readonly Block[] {
  const { wording } = call
  const inside = digest.briefings.map(({ headline }, at) => [
    strong(headline),
    text(` · ${(reasons[at] ?? []).join(', ')}`),
  ])
  const outside = leftOut
    .slice(0, leftOutShown)
    .map(({ title, words }) => [strong(title), text(` · ${words}`)])
  return [
    ...(inside.length > 0 ? [heading(wording.say('digestPreview.why')), list(inside, true)] : []),
    ...(outside.length > 0
      ? [heading(wording.say('digestPreview.leftOut', { count: leftOut.length })), list(outside)]
      : []),
  ]
}
