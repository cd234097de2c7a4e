import { createReading, type Reading } from '../app/reading.ts'
import { readEnvironment } from '../config/read-environment.ts'
import type { Settings } from '../config/settings.ts'
import { systemClock } from '../support/clock.ts'
import { systemRandom } from '../support/random.ts'
import type { ExitCode, Terminal } from './program.ts'

/** Reads publishers for one program and lets go of everything when it ends; nothing is remembered. */
export async function withReading(
  terminal: Terminal,
  work: (reading: Reading, settings: Settings) => Promise<ExitCode>,
): Promise<ExitCode> {
  const settings = readEnvironment(terminal.env)
  const reading = createReading({
    clock: systemClock,
    random: systemRandom,
    contact: settings.contact,
    aboutUrl: settings.http.publicUrl,
    allowNetworks: settings.allowNetworks,
    proxyUrl: settings.proxyUrl,
    knownItems: () => Promise.resolve(new Map()),
  })
  try {
    return await work(reading, settings)
  } finally {
    await reading.stop()
  }
}
