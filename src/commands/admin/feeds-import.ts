import type { Span } from '../../domain/document.ts'
import { strong, text } from '../../domain/document.ts'
import { UsageError } from '../../domain/errors.ts'
import { feedId } from '../../domain/ids.ts'
import { audit, type Command, type ReadyCall } from '../command.ts'
import type { Memory } from '../memory.ts'
import { actions, done, failed, footer, heading, list, paragraph } from '../reply.ts'
import type { OpmlReading, Quotas } from '../tools.ts'
import { refuseLastFeeds } from './digests-of-feed.ts'
import { freeName } from './feeds-add.ts'

export const feedsImport: Command = {
  name: 'feeds import',
  description: 'command.feedsImport',
  options: [{ name: 'file', kind: 'file', description: 'option.opml', required: true }],
  audience: 'admins',
  area: 'feeds',
  examples: [
    {
      line: `feeds import file:'<opml version="2.0"><body><outline text="Der Abend" xmlUrl="https://abend.example/feed"/></body></opml>'`,
      says: '1 feed added',
    },
    { line: 'feeds import file:nonsense', says: 'no OPML' },
  ],
  run: async (call, tools) => {
    const { wording } = call
    const reading = tools.readOpml(call.options.file ?? '')
    if (reading.kind === 'failed') return failed(reading.why)
    const lines = await call.remember((memory) => addAll(reading, memory, call, tools.quotas))
    const added = lines.filter(({ result }) => result === 'added')
    return done(
      heading(wording.say('feedsImport.done', { count: added.length })),
      list(lines.map((line) => toSpans(line, call))),
      ...(added.length > 0
        ? [
            footer(wording.say('feedsImport.polled')),
            actions({
              label: wording.say('action.undo'),
              command: 'feeds import undone',
              options: { feeds: added.map(({ id }) => id).join(' ') },
            }),
          ]
        : []),
    )
  },
}

/** What became of one outline. */
type Line = {
  readonly title: string
  readonly result: 'added' | 'known' | 'refused'
  readonly why: string
  readonly id: string
}

async function addAll(
  { feeds, refused }: Extract<OpmlReading, { kind: 'read' }>,
  memory: Memory,
  call: ReadyCall,
  quotas: Quotas,
): Promise<readonly Line[]> {
  const known = [...(await memory.listFeeds())]
  const lines: Line[] = []
  const wanted = feeds.filter(({ url }) => !known.some((each) => each.url === url)).length
  if (known.length + wanted > quotas.feeds) {
    throw new UsageError(
      call.wording.say('fault.importTooMany', { count: wanted, limit: quotas.feeds }),
      { option: 'file' },
    )
  }
  for (const { url, title, categories } of feeds) {
    const { id } = await memory.locateFeed(url)
    if (known.some((each) => each.feedId === id)) {
      lines.push({ title, result: 'known', why: '', id: '' })
      continue
    }
    const name = freeName(title.slice(0, 80), url, known)
    const wish = { name, url, categories, weight: 1, language: undefined, paused: false }
    const feed = await memory.saveFeed(wish, 'command')
    known.push({ ...feed, url })
    lines.push({ title: name, result: 'added', why: '', id: feed.feedId })
  }
  const added = lines.filter(({ result }) => result === 'added').map(({ title }) => title)
  if (added.length > 0) await audit(call, memory, undefined, added)
  return [
    ...lines,
    ...refused.map(({ title, why }) => ({ title, result: 'refused' as const, why, id: '' })),
  ]
}

function toSpans({ title, result, why }: Line, { wording }: ReadyCall): readonly Span[] {
  const words = wording.say(`feedsImport.${result}`)
  return [strong(title), text(` · ${words}${why === '' ? '' : `: ${why}`}`)]
}

export const feedsImportUndone: Command = {
  name: 'feeds import undone',
  description: 'command.feedsImport',
  options: [{ name: 'feeds', kind: 'file', description: 'option.feeds', required: true }],
  audience: 'admins',
  area: 'feeds',
  isHidden: true,
  isOnce: true,
  examples: [],
  run: (call) =>
    call.remember(async (memory) => {
      const ids = (call.options.feeds ?? '').split(' ').map(feedId)
      const feeds = await memory.listFeeds()
      const names = feeds.filter((each) => ids.includes(each.feedId)).map(({ name }) => name)
      await refuseLastFeeds(memory, names, call.wording)
      for (const id of ids) await memory.removeFeed(id)
      await audit(call, memory, ids, undefined)
      return done(paragraph(call.wording.say('feedsImport.undone', { count: ids.length })))
    }),
}
