import { expect, test } from 'vitest'
import { personId } from '../../../src/domain/ids.ts'
import { deleteData, exportData } from '../../../src/store/data/workspace-data.ts'
import { saveFeedback } from '../../../src/store/people/feedback.ts'
import {
  listPeople,
  readPersonalDigest,
  rememberPerson,
  savePersonalDigest,
} from '../../../src/store/people/people.ts'
import {
  grantPermission,
  listPermissions,
  revokePermission,
} from '../../../src/store/people/permissions.ts'
import {
  listFollows,
  listMutes,
  removeTaste,
  saveFollow,
  saveMute,
} from '../../../src/store/people/tastes.ts'
import { keepApart, putTogether } from '../../../src/store/stories/splits.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'
import { ours, theirs } from '../sample.ts'

const ana = { personId: personId('U1'), name: 'Ana', locale: 'de', timezone: 'Europe/Berlin' }
const bo = { personId: personId('U2'), name: 'Bo', locale: undefined, timezone: undefined }
const topic = { kind: 'topic', words: 'harbour' } as const

onBothEngines('the people of a workspace', ({ freshStore }) => {
  test('are known by what their platform said last', async () => {
    const store = await freshStore()
    await store.inWorkspace(ours, async (tx) => {
      await rememberPerson(tx, { ...ana, name: 'Anna' })
      await savePersonalDigest(tx, ana.personId, { time: '07:00' })
      await rememberPerson(tx, ana)
      await rememberPerson(tx, bo)
    })
    expect(await store.inWorkspace(ours, listPeople)).toEqual([ana, bo])
    expect(await store.inWorkspace(theirs, listPeople)).toEqual([])
    const chosen = (id: typeof ana.personId) =>
      store.inWorkspace(ours, (tx) => readPersonalDigest<object | undefined>(tx, id, undefined))
    expect(await chosen(ana.personId)).toEqual({ time: '07:00' })
    expect(await chosen(bo.personId)).toBe(undefined)
  })

  test('have the rights that were given to them and not taken back', async () => {
    const store = await freshStore()
    const person = { holder: { kind: 'person', personId: bo.personId }, area: 'feeds' } as const
    const role = { holder: { kind: 'role', roleId: '1122' }, area: 'all' } as const
    const grantedBy = 'Ana'
    await store.inWorkspace(ours, async (tx) => {
      await grantPermission(tx, person, grantedBy)
      await grantPermission(tx, person, grantedBy)
      await grantPermission(tx, role, grantedBy)
    })
    expect(await store.inWorkspace(ours, listPermissions)).toEqual([
      { ...role, grantedBy },
      { ...person, grantedBy },
    ])
    expect(await store.inWorkspace(theirs, listPermissions)).toEqual([])
    await store.inWorkspace(ours, (tx) => revokePermission(tx, person))
    await store.inWorkspace(ours, (tx) => revokePermission(tx, role))
    expect(await store.inWorkspace(ours, listPermissions)).toEqual([])
  })

  test('follow and mute for themselves, a mute until it runs out', async () => {
    const clock = movedClock('2026-03-01T07:00:00Z')
    const store = await freshStore({ clock })
    const until = new Date('2026-03-02T07:00:00Z')
    const [follow, mute] = await store.inWorkspace(ours, async (tx) => [
      await saveFollow(tx, ana.personId, topic),
      await saveMute(tx, ana.personId, topic, until),
    ])
    const tastes = (workspace: typeof ours, id: typeof ana.personId) =>
      store.inWorkspace(workspace, async (tx) => [
        ...(await listFollows(tx, id)),
        ...(await listMutes(tx, id)),
      ])
    expect(await tastes(ours, ana.personId)).toEqual([follow, mute])
    expect(await tastes(ours, bo.personId)).toEqual([])
    expect(await tastes(theirs, ana.personId)).toEqual([])
    const removeAs = (id: typeof ana.personId) =>
      store.inWorkspace(ours, (tx) => removeTaste(tx, 'follows', id, follow?.id ?? ''))
    expect(await removeAs(bo.personId)).toBe(false)
    expect(await removeAs(ana.personId)).toBe(true)
    await clock.advance(24 * 3_600_000)
    expect(await tastes(ours, ana.personId)).toEqual([])
  })

  test('can take along what is kept of them, and have it deleted', async () => {
    const store = await freshStore()
    const about = { personId: ana.personId, kind: 'less', about: 'story', words: '' } as const
    await store.inWorkspace(ours, async (tx) => {
      await rememberPerson(tx, ana)
      await rememberPerson(tx, bo)
      await saveFeedback(tx, about)
      await keepApart(tx, ana.personId, [['b', 'a']])
      await keepApart(tx, bo.personId, [['c', 'a']])
      await putTogether(tx, ['a', 'c'])
    })
    const kept = await store.inWorkspace(ours, (tx) => exportData(tx, ana.personId))
    expect(kept.people).toMatchObject([{ name: 'Ana' }])
    expect(kept.feedback).toMatchObject([{ about: 'story' }])
    expect(kept.splits).toMatchObject([{ first_article_id: 'a', second_article_id: 'b' }])
    expect(await store.inWorkspace(theirs, (tx) => deleteData(tx, undefined))).toBe(0)
    expect(await store.inWorkspace(ours, (tx) => deleteData(tx, ana.personId))).toBe(3)
    expect(await store.inWorkspace(ours, listPeople)).toEqual([bo])
    expect(await store.inWorkspace(ours, (tx) => deleteData(tx, undefined))).toBe(1)
  })
})
