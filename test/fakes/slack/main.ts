import { parseArgs } from 'node:util'
import { startFakeSlack } from './fake-slack.ts'
import type { Fault } from './faults.ts'
import { createWorkspace } from './world.ts'

/**
 * The fake as a process of its own: `node test/fakes/slack/main.ts --log FILE [--port N] [--unlimited] [--any-channel]
 * [--no-history] [--no-history-in T000N] [--workspaces N] [--faults JSON]`. Its first line on stdout is its port.
 * Workspace n is `T000n` with the token `xoxb-n`; the first one is `T0001` with `xoxb-one` as well.
 */
const { values } = parseArgs({
  options: {
    log: { type: 'string' },
    port: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    unlimited: { type: 'boolean', default: false },
    'any-channel': { type: 'boolean', default: false },
    'no-history': { type: 'boolean', default: false },
    'no-history-in': { type: 'string', multiple: true, default: [] },
    workspaces: { type: 'string', default: '1' },
    faults: { type: 'string', default: '[]' },
  },
})

const slack = await startFakeSlack({
  ...(values.log === undefined ? {} : { logFile: values.log }),
  port: Number(values.port),
  seed: Number(values.seed),
  isRateLimited: !values.unlimited,
})
for (let n = 1; n <= Number(values.workspaces); n += 1) {
  const teamId = `T${String(n).padStart(4, '0')}`
  const workspace = slack.world.workspaces.get(teamId) ?? createWorkspace(teamId, `xoxb-${n}`)
  workspace.tokens.set(`xoxb-${n}`, { untilMs: Number.POSITIVE_INFINITY, revoked: false })
  slack.world.workspaces.set(teamId, workspace)
}
for (const workspace of slack.world.workspaces.values()) {
  workspace.anyChannel = values['any-channel']
  if (!values['no-history'] && !values['no-history-in'].includes(workspace.teamId)) continue
  for (const scope of ['channels:history', 'groups:history', 'im:history']) {
    workspace.scopes.delete(scope)
  }
}
for (const fault of JSON.parse(values.faults) as Fault[]) slack.faults.arm(fault)
slack.log.add('started', { epochMs: Date.now() })
process.stdout.write(`${slack.port}\n`)
process.on('SIGTERM', () => {
  void slack.close().then(() => process.exit(0))
})
