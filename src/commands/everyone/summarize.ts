import { storyDocument } from '../../domain/digest-document.ts'
import type { DigestLength } from '../../domain/subscription.ts'
import type { Command } from '../command.ts'
import { readLanguage } from '../read/language.ts'
import { failed, footer, toDocument } from '../reply.ts'
import { options } from '../shared-options.ts'
import { timezoneOf } from '../times.ts'
import type { LinkSummaryRequest } from '../tools.ts'

export const summarize: Command = {
  name: 'summarize',
  description: 'command.summarize',
  options: [
    { name: 'url', kind: 'url', description: 'option.link', required: true, positional: true },
    options.length,
    {
      name: 'style',
      kind: 'choice',
      description: 'option.style',
      required: false,
      choices: ['bullets', '5w', 'eli5'],
    },
    options.language,
    options.share,
  ],
  audience: 'everyone',
  examples: [
    { line: 'summarize https://harbour.example/bridge', says: 'Harbour bridge closed' },
    { line: 'summarize https://wall.example/paid', says: 'could not be read' },
    { line: 'summarize', says: 'url' },
  ],
  run: async (call, tools) => {
    const { caller, options: given, wording } = call
    const length = (given.length as DigestLength | undefined) ?? 'short'
    const summary = await tools.summarizeLink({
      url: given.url ?? '',
      length,
      style: (given.style as LinkSummaryRequest['style'] | undefined) ?? 'bullets',
      language: given.language ? readLanguage(given.language, wording) : undefined,
      caller,
      wording,
    })
    if (summary.kind === 'failed') return failed(summary.why)
    const { briefing, note } = summary
    await call.remember((memory) => memory.keepShown([briefing]))
    const { blocks } = storyDocument(
      briefing,
      undefined,
      { length, timezone: timezoneOf(call) },
      wording,
    )
    const isShared = given.share === 'yes' && caller.channel !== undefined && !caller.isStranger
    return {
      document: toDocument([...blocks, ...(note === undefined ? [] : [footer(note)])]),
      audience: isShared ? 'channel' : 'caller',
      outcome: 'done',
    }
  },
}
