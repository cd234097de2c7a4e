import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchConfiguration } from '../../src/app/watch-configuration.ts'
import type { Wishes } from '../../src/domain/wishes.ts'
import { silentLog } from '../../src/support/log.ts'

async function watched(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-watch-'))
  const file = join(folder, 'dateline.yaml')
  await writeFile(file, text)
  const applied: Wishes[] = []
  const faults: string[] = []
  const watching = watchConfiguration({
    file,
    everyMs: 20,
    log: silentLog,
    apply: async (wishes) => applied.push(wishes),
    onFault: async (words) => void faults.push(words),
  })
  onTestFinished(async () => {
    watching.stop()
    await rm(folder, { recursive: true })
  })
  return { file, folder, applied, faults }
}

const oneFeed = 'feeds:\n  - { name: Wire One, url: "https://wire-one.example/feed.xml" }\n'

test('a changed file is applied, also when an editor puts another in its place', async () => {
  const { file, folder, applied } = await watched('feeds: []\n')
  await writeFile(join(folder, 'new'), oneFeed)
  await rename(join(folder, 'new'), file)
  await vi.waitFor(() => expect(applied).toHaveLength(1), 5_000)
  expect(applied[0]?.feeds.map(({ name }) => name)).toEqual(['Wire One'])
})

test('a faulty file changes nothing, and its mistakes are told', async () => {
  const { file, applied, faults } = await watched(oneFeed)
  await writeFile(file, 'feeds:\n  - { name: Wire One, adress: x }\n')
  await vi.waitFor(() => expect(faults).toHaveLength(1), 5_000)
  expect(faults[0]).toContain('adress: no such setting')
  expect(applied).toEqual([])
})
