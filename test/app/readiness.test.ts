import { expect, onTestFinished, test } from 'vitest'
import { createHeartbeat } from '../../src/app/heartbeat.ts'
import { readinessOf } from '../../src/app/readiness.ts'
import { silentLog } from '../../src/support/log.ts'
import { fillDisk } from '../store/faults/full-disk.ts'
import { onBothEngines } from '../store/on-both-engines.ts'
import { movedClock } from '../support/moved-clock.ts'

onBothEngines('readiness', ({ freshStore }) => {
  test('F20: a bot whose disk is full is not ready, and is ready again when there is room', async () => {
    const clock = movedClock('2026-03-01T08:00:00Z')
    const store = await freshStore({ clock, leasesByHostClock: true })
    const heartbeat = createHeartbeat(store, 'p', clock, silentLog)
    onTestFinished(() => heartbeat.stop())
    await heartbeat.start(['poll'])
    const look = () =>
      readinessOf({ store, heartbeat, house: { clock }, platforms: { faults: () => [] } })
    expect(await look()).toEqual({ faults: [] })
    const free = await fillDisk(store, 'processes')
    await clock.advance(15_000)
    expect(await look()).toEqual({ faults: [expect.stringContaining('its disk is full')] })
    await free()
    await expect
      .poll(async () => {
        await clock.advance(3_000)
        return look()
      })
      .toEqual({ faults: [] })
  })
})
