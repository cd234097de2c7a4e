import { examine } from '../app/doctor/doctor.ts'
import type { Finding } from '../app/doctor/finding.ts'
import { secretsIn } from '../config/read-environment.ts'
import { systemClock } from '../support/clock.ts'
import { createRedact } from '../support/redact.ts'
import { isSet, type Program } from './program.ts'

export const doctor: Program = {
  usage: 'dateline doctor [--json]',
  summary: 'checks configuration, database, clock, network and tokens; says what to do',
  help: ['--json       one JSON object a line', 'Exit code 1 when there is a fault.'],
  options: { json: { type: 'boolean' } },
  async run(given, terminal) {
    const runtime = { nodeVersion: process.version, timezoneData: process.versions.tz }
    const write = isSet(given, 'json') ? JSON.stringify : lineOf
    const clean = createRedact(secretsIn(terminal.env))
    let faults = 0
    for await (const finding of examine(terminal.env, runtime, systemClock)) {
      if (finding.state === 'fault') faults += 1
      terminal.stdout.write(`${write({ ...finding, words: clean(finding.words) })}\n`)
    }
    return faults === 0 ? 0 : 1
  },
}

function lineOf({ subject, state, words }: Finding): string {
  const indented = words.replaceAll('\n', `\n${' '.repeat(25)}`)
  return `${state.padEnd(8)} ${subject.padEnd(15)} ${indented}`
}
