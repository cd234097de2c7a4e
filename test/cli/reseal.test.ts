import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { sealedInstallations } from '../../src/app/sealed-installations.ts'
import { workspaceId } from '../../src/domain/ids.ts'
import { type DatabaseAddress, openStore } from '../../src/store/open-store.ts'
import { anInstallation } from '../platforms/slack/tokens/an-installation.ts'
import { onBothEngines } from '../store/on-both-engines.ts'
import { run } from './terminal.ts'

const key = () => randomBytes(32).toString('base64')
const bytes = (...keys: readonly string[]) =>
  keys.map((text) => new Uint8Array(Buffer.from(text, 'base64')))

onBothEngines('reseal', ({ freshAddress }) => {
  async function twoInstallations(old: string) {
    const address = await freshAddress()
    const store = await openStore(address)
    const installations = sealedInstallations(store, bytes(old))
    for (const name of ['slack:T1', 'slack:T2']) {
      await installations.save(anInstallation({ workspaceId: workspaceId(name) }))
    }
    return { address, store }
  }

  const env = (address: DatabaseAddress, ...keys: readonly string[]) => ({
    DATABASE_URL: address.kind === 'sqlite' ? `sqlite:${address.path}` : address.url,
    DATELINE_SECRET_KEY: keys.join(','),
  })

  test('takes a new key into use beside the running bot, and the old one can go', async () => {
    const [old, fresh] = [key(), key()]
    const { address, store } = await twoInstallations(old)
    const { code, out } = await run(['reseal'], { env: env(address, fresh, old) })
    expect(code).toBe(0)
    expect(out).toMatch(/^2 tokens sealed anew\nkey [0-9a-f]{8} \(newest\): seals 2 tokens\n/)
    expect(out).toContain('(older): seals nothing; it can go')
    const opened = await sealedInstallations(store, bytes(fresh)).find(workspaceId('slack:T2'))
    expect(opened?.token).toBe(anInstallation().token)
    const again = await run(['reseal', '--json'], { env: env(address, fresh) })
    expect(JSON.parse(again.out)).toMatchObject({ resealed: 0, keys: [{ secrets: 2 }] })
    await store.close()
  })

  test('names a key that is missing and changes nothing; the installations of a lost one can be taken away', async () => {
    const [old, fresh] = [key(), key()]
    const { address, store } = await twoInstallations(old)
    const refused = await run(['reseal'], { env: env(address, fresh) })
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/does not have the key [0-9a-f]{8} \(2 sealed with it\)/)
    expect(refused.err).not.toContain(old)
    expect(await sealedInstallations(store, bytes(old)).workspaces()).toHaveLength(2)
    const forgotten = await run(['reseal', '--forget'], { env: env(address, fresh) })
    expect(forgotten.out).toContain('2 installations taken away')
    expect(await sealedInstallations(store, bytes(fresh)).workspaces()).toEqual([])
    await store.close()
  })
})

test('without a key there is nothing to seal with', async () => {
  const { code, err } = await run(['reseal'], { env: { DATABASE_URL: 'sqlite:/tmp/none.db' } })
  expect([code, err]).toEqual([
    1,
    'dateline reseal: DATELINE_SECRET_KEY is not set: there is no key to seal with.\n',
  ])
})
