import { expect, test } from 'vitest'
import { personId, workspaceId } from '../../../src/domain/ids.ts'
import {
  claimRenewal,
  findInstallation,
  installedWorkspaces,
  markInstallationLost,
  removeInstallation,
  saveInstallation,
  saveRenewed,
} from '../../../src/store/installations/installations.ts'
import { movedClock } from '../../support/moved-clock.ts'
import { onBothEngines } from '../on-both-engines.ts'

const one = workspaceId('slack:T0001')
const other = workspaceId('slack:T0002')
const installedBy = personId('UADMIN')

onBothEngines('installations', ({ freshStore }) => {
  test('are found in their workspace and in no other', async () => {
    const store = await freshStore()
    await store.inWorkspace(one, (tx) => saveInstallation(tx, { sealed: 'a', installedBy }))
    expect(await store.inWorkspace(one, findInstallation)).toEqual({
      sealed: 'a',
      installedBy,
      isLost: false,
    })
    expect(await store.inWorkspace(other, findInstallation)).toBeUndefined()
    expect(await store.everywhere(installedWorkspaces)).toEqual([one])
  })

  test('are renewed by one process at a time', async () => {
    const store = await freshStore()
    await store.inWorkspace(one, (tx) => saveInstallation(tx, { sealed: 'a', installedBy }))
    const claims = await Promise.all(
      Array.from({ length: 4 }, () => store.inWorkspace(one, claimRenewal)),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
    await store.inWorkspace(one, (tx) => saveRenewed(tx, 'b'))
    expect(await store.inWorkspace(one, findInstallation)).toMatchObject({ sealed: 'b' })
    expect(await store.inWorkspace(one, claimRenewal)).toBe(true)
  })

  test('may be renewed by another process a minute after the first one died over it', async () => {
    const clock = movedClock('2026-11-25T09:00:00Z')
    const store = await freshStore({ clock })
    await store.inWorkspace(one, (tx) => saveInstallation(tx, { sealed: 'a', installedBy }))
    expect(await store.inWorkspace(one, claimRenewal)).toBe(true)
    await clock.advance(59_000)
    expect(await store.inWorkspace(one, claimRenewal)).toBe(false)
    await clock.advance(2_000)
    expect(await store.inWorkspace(one, claimRenewal)).toBe(true)
  })

  test('that are lost are found as such until they are installed again', async () => {
    const store = await freshStore()
    await store.inWorkspace(one, (tx) => saveInstallation(tx, { sealed: 'a', installedBy }))
    await store.inWorkspace(one, markInstallationLost)
    expect(await store.inWorkspace(one, findInstallation)).toMatchObject({ isLost: true })
    expect(await store.inWorkspace(one, claimRenewal)).toBe(false)
    await store.inWorkspace(one, (tx) => saveInstallation(tx, { sealed: 'b', installedBy }))
    expect(await store.inWorkspace(one, findInstallation)).toMatchObject({ isLost: false })
  })

  test('F15: that are removed are gone, and so are their tokens', async () => {
    const store = await freshStore()
    await store.inWorkspace(one, (tx) => saveInstallation(tx, { sealed: 'a', installedBy }))
    await store.inWorkspace(one, removeInstallation)
    await store.inWorkspace(one, (tx) => saveRenewed(tx, 'late'))
    expect(await store.inWorkspace(one, findInstallation)).toBeUndefined()
    expect(await store.everywhere(installedWorkspaces)).toEqual([])
    const kept = await store.everywhere(({ db }) =>
      db.selectFrom('installations').select('sealed').execute(),
    )
    expect(kept).toEqual([{ sealed: '' }])
  })
})
