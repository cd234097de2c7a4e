import type { Command } from '../command.ts'
import { listChannelDigests } from '../read/named.ts'
import { done, paragraph } from '../reply.ts'

export const configExport: Command = {
  name: 'config export',
  description: 'command.configExport',
  options: [],
  audience: 'admins',
  examples: [{ line: 'config export', says: 'config/dateline.yaml' }],
  run: async (call, tools) => {
    const wishes = await call.remember(async (memory) => ({
      feeds: await memory.listFeeds(),
      digests: await listChannelDigests(memory),
      filters: await memory.listFilters(),
    }))
    return {
      ...done(paragraph(call.wording.say('configExport.done'))),
      file: { name: 'dateline.yaml', mediaType: 'text/yaml', text: tools.writeConfig(wishes) },
    }
  },
}
