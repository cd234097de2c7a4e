import type { Area } from '../../domain/permission.ts'
import { audit, type Command, type ReadyCall } from '../command.ts'
import type { Memory, Person } from '../memory.ts'
import { holderWords, readHolder } from '../read/holder.ts'
import { done, heading, list, paragraph, refused } from '../reply.ts'
import { textOption } from '../shared-options.ts'

const areas = ['all', 'feeds', 'digests', 'filters', 'budget'] as const

export const permissions: Command = {
  name: 'permissions',
  description: 'command.permissions',
  options: [
    textOption('grant', 'option.grant'),
    textOption('revoke', 'option.revoke'),
    {
      name: 'area',
      kind: 'choice',
      description: 'option.area',
      required: false,
      choices: areas,
    },
  ],
  audience: 'admins',
  examples: [
    { line: 'permissions', says: 'Admins of this workspace' },
    { line: 'permissions grant:<@U7> area:feeds', says: 'may now change feeds' },
    { line: 'permissions revoke:<@U7> area:feeds', says: 'may no longer change feeds' },
    { line: 'permissions grant:<@&1122> area:digests', says: '<@&1122> may now change digests' },
    { line: 'permissions grant:"somebody else"', says: 'I read the person or role as' },
  ],
  run: async (call, tools) => {
    const { wording, caller, options: given } = call
    const area = (given.area ?? 'all') as Area
    if (given.grant !== undefined || given.revoke !== undefined) {
      // A right that was given cannot give rights: else one given by mistake could never be taken back for sure.
      if (!caller.isAdmin) return refused(wording.say('permissions.onlyAdmins'))
    }
    const names = await tools.adminNames(caller.workspaceId)
    return call.remember(async (memory) => {
      const people = await memory.listPeople()
      const changed = await change(area, people, memory, call)
      const granted = (await memory.listPermissions()).map(
        (each) => `${holderWords(each.holder, people)} · ${wording.say(`area.${each.area}`)}`,
      )
      return done(
        ...changed.map((words) => paragraph(words)),
        heading(wording.say('permissions.admins')),
        paragraph(names.length > 0 ? names.join(', ') : wording.say('permissions.byPlatform')),
        ...(granted.length > 0 ? [heading(wording.say('permissions.granted')), list(granted)] : []),
      )
    })
  },
}

async function change(
  area: Area,
  people: readonly Person[],
  memory: Memory,
  call: ReadyCall,
): Promise<readonly string[]> {
  const { options: given, wording, caller } = call
  const words: string[] = []
  const areaWords = wording.say(`area.${area}`)
  if (given.grant !== undefined) {
    const holder = readHolder('grant', given.grant, people, call)
    await memory.grantPermission({ holder, area }, caller.name)
    await audit(call, memory, undefined, { holder, area })
    const person = holderWords(holder, people)
    words.push(wording.say('permissions.now', { person, area: areaWords }))
  }
  if (given.revoke !== undefined) {
    const holder = readHolder('revoke', given.revoke, people, call)
    await memory.revokePermission({ holder, area })
    await audit(call, memory, { holder, area }, undefined)
    const person = holderWords(holder, people)
    words.push(wording.say('permissions.noLonger', { person, area: areaWords }))
  }
  return words
}
