import { expect, test } from 'vitest'
import { sealedInstallations } from '../../src/app/sealed-installations.ts'
import { workspaceId } from '../../src/domain/ids.ts'
import { anInstallation } from '../platforms/slack/tokens/an-installation.ts'
import { onBothEngines } from '../store/on-both-engines.ts'

const key = new Uint8Array(32).fill(7)

onBothEngines('sealed installations', ({ freshStore }) => {
  test('come back as they were kept, and no token stands in the database', async () => {
    const store = await freshStore()
    const installations = sealedInstallations(store, [key])
    const installation = anInstallation()
    await installations.save(installation)
    expect(await installations.find(installation.workspaceId)).toEqual({
      ...installation,
      isLost: false,
    })
    const rows = await store.everywhere(({ db }) =>
      db.selectFrom('installations').selectAll().execute(),
    )
    expect(JSON.stringify(rows)).not.toContain(installation.token)
    expect(JSON.stringify(rows)).not.toContain(installation.refreshToken)
    expect(await installations.workspaces()).toEqual([installation.workspaceId])
  })

  test('without an end to their tokens come back without one', async () => {
    const installations = sealedInstallations(await freshStore(), [key])
    const installation = anInstallation({ refreshToken: undefined, expiresAt: undefined })
    await installations.save(installation)
    expect(await installations.find(installation.workspaceId)).toEqual({
      ...installation,
      isLost: false,
    })
    expect(await installations.find(workspaceId('slack:TOTHER'))).toBeUndefined()
  })
})
