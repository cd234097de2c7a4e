import { laws } from '../feeds/fuzz.ts'

const runsPerRound = 500

/**
 * Checks every law of the parsers with ever new inputs: `fuzz-parsers [minutes] [seed]`. Stops at the first
 * counterexample, which is to become a fixture.
 */
export async function run([minutes = '5', seed = '1']: readonly string[]): Promise<void> {
  const endMs = performance.now() + Number(minutes) * 60_000
  let round = Number(seed)
  while (performance.now() < endMs) {
    for (const law of laws) await law.check(runsPerRound, round)
    process.stdout.write(
      `seed ${round}: ${laws.length} laws held for ${runsPerRound} inputs each\n`,
    )
    round++
  }
}
