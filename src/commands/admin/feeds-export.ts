import type { Command } from '../command.ts'
import { done, paragraph } from '../reply.ts'

export const feedsExport: Command = {
  name: 'feeds export',
  description: 'command.feedsExport',
  options: [],
  audience: 'admins',
  area: 'feeds',
  examples: [{ line: 'feeds export', says: '2 feeds' }],
  run: async (call, tools) => {
    const feeds = await call.remember((memory) => memory.listFeeds())
    const words = call.wording.say('feedsExport.done', { count: feeds.length })
    return {
      ...done(paragraph(words)),
      file: { name: 'feeds.opml', mediaType: 'text/x-opml', text: tools.writeOpml(feeds) },
    }
  },
}
