import { once } from 'node:events'
import { watch } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { seededRandom } from '../../support/seeded-random.ts'
import type { Blow, CrashPlan } from './plan.ts'
import { messagesPerDigest } from './promises.ts'
import type { Worker } from './workers.ts'

export type Storm = {
  readonly plan: CrashPlan
  nextWorker(): Worker
  /** Records so many digests more; on SQLite only while no worker lives. */
  promise(count: number): Promise<void>
  /** How many deliveries are not settled yet. */
  open(): Promise<number>
  /** The fakes' logs: they grow with every message. */
  readonly logs: readonly string[]
  progress(words: string): void
}

/** How long a worker lives that runs already. */
const longestLifeMs = 1_500
/** In this time after a platform took a message the answer is read and written down. */
const aftermathMs = 25

/** Kills workers at random moments, and freezes some, while more and more is promised; then lets the rest come to an end. */
export async function rage(storm: Storm): Promise<readonly Blow[]> {
  const { plan } = storm
  const random = seededRandom(plan.seed)
  const blows: Blow[] = []
  const strike = (kind: Blow['kind']) => blows.push({ kind, atMs: Date.now() })
  const digests = Math.ceil(plan.deliveries / messagesPerDigest)
  const rounds = Math.max(plan.kills, plan.freezes, 1)
  const dueBy = (round: number) => Math.ceil((digests * Math.min(round, rounds)) / rounds)
  const frozen = new Map<Worker, Promise<void>>()

  await storm.promise(dueBy(1))
  const workers = Array.from({ length: plan.workers }, storm.nextWorker)
  const oneOf = (some: readonly Worker[]) => some[Math.floor(random() * some.length)] as Worker

  async function freeze(worker: Worker): Promise<void> {
    worker.freeze()
    strike('freeze')
    const [least, most] = plan.freezeMs
    await wait((least + random() * (most - least)) / plan.speed)
    strike('thaw')
    worker.thaw()
    frozen.delete(worker)
  }

  const beganMs = performance.now()
  for (let round = 1; round <= rounds; round += 1) {
    if (performance.now() - beganMs > plan.longestMs) break
    // Somebody must be there to take over.
    if (frozen.size > 0 && frozen.size >= workers.length - 1) await Promise.race(frozen.values())
    const free = workers.filter((each) => !frozen.has(each))
    const victim = oneOf(free)
    await moment(victim, storm, random)
    if (isTurn(round, rounds, plan.freezes)) frozen.set(victim, freeze(victim))
    const isKill = !frozen.has(victim) && isTurn(round, rounds, plan.kills)
    if (isKill) {
      strike('kill')
      await victim.kill()
    }
    if (isKill || plan.workers > 1) await storm.promise(dueBy(round + 1) - dueBy(round))
    if (isKill) workers[workers.indexOf(victim)] = storm.nextWorker()
    if (round % 25 === 0) storm.progress(`${round} of ${rounds} blows`)
  }
  await Promise.all(frozen.values())
  await Promise.all(workers.map(({ running }) => running))
  await comeToAnEnd(storm)
  return blows
}

/** Whether this round is one of `some`, spread evenly over all rounds. */
function isTurn(round: number, rounds: number, some: number): boolean {
  return Math.floor((round * some) / rounds) > Math.floor(((round - 1) * some) / rounds)
}

/** Mostly once it runs, now and then while it starts; half the time in the wake of a message. */
async function moment(worker: Worker, { logs, plan }: Storm, random: () => number): Promise<void> {
  if (random() < 0.1) return wait((random() * 500) / plan.speed)
  await worker.running
  const lifeMs = (random() * longestLifeMs) / plan.speed
  if (random() < 0.5) return wait(lifeMs)
  await nextMessage(logs, longestLifeMs)
  await wait(random() * aftermathMs)
}

async function nextMessage(logs: readonly string[], atMostMs: number): Promise<void> {
  const done = new AbortController()
  const { signal } = done
  const changes = logs.map((log) => once(watch(log, { signal }), 'change', { signal }))
  for (const change of changes) change.catch(() => {})
  await Promise.race([...changes, wait(atMostMs, undefined, { signal }).catch(() => {})])
  done.abort()
}

async function comeToAnEnd({ open, plan, progress }: Storm): Promise<void> {
  const untilMs = performance.now() + plan.patienceMs / plan.speed
  while (performance.now() < untilMs) {
    const left = await open()
    if (left === 0) return
    progress(`${left} messages to come`)
    await wait(1_000)
  }
}
