import { UsageError } from '../../domain/errors.ts'
import { type PersonId, personId } from '../../domain/ids.ts'
import { audit, type Command, type ReadyCall } from '../command.ts'
import type { Area, Memory, Person } from '../memory.ts'
import { short } from '../options.ts'
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
      const changed = await change(area, memory, call)
      const people = await memory.listPeople()
      const granted = (await memory.listPermissions()).map(
        (each) => `${nameOf(each.personId, people)} · ${wording.say(`area.${each.area}`)}`,
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

async function change(area: Area, memory: Memory, call: ReadyCall): Promise<readonly string[]> {
  const { options: given, wording, caller } = call
  const words: string[] = []
  const areaWords = wording.say(`area.${area}`)
  if (given.grant !== undefined) {
    const right = { personId: readPerson(given.grant, call), area }
    await memory.grantPermission(right, caller.name)
    await audit(call, memory, undefined, right)
    words.push(wording.say('permissions.now', { person: given.grant, area: areaWords }))
  }
  if (given.revoke !== undefined) {
    const right = { personId: readPerson(given.revoke, call), area }
    await memory.revokePermission(right)
    await audit(call, memory, right, undefined)
    words.push(wording.say('permissions.noLonger', { person: given.revoke, area: areaWords }))
  }
  return words
}

/** A person as the platform mentions one, `<@U012>` or `<@U012|name>`, or the bare id. */
function readPerson(typed: string, { wording }: ReadyCall): PersonId {
  const [, mentioned] = /^<@!?([A-Za-z0-9]+)(?:\|[^>]*)?>$/.exec(typed) ?? []
  const id = mentioned ?? (/^[A-Za-z0-9_-]{2,64}$/.test(typed) ? typed : undefined)
  if (id === undefined) throw new UsageError(wording.say('fault.person', { value: short(typed) }))
  return personId(id)
}

function nameOf(id: PersonId, people: readonly Person[]): string {
  return people.find((each) => each.personId === id)?.name ?? `<@${id}>`
}
