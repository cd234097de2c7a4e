import { judges } from '../etiquette/judge.ts'
import { runEtiquette } from '../etiquette/run.ts'

/** Polls `[feeds]` for `[hours]` of simulated time and lets the server's log judge: `etiquette [1000] [24]`. */
export async function run([feeds = '1000', hours = '24']: readonly string[]): Promise<void> {
  const startedMs = performance.now()
  const killedAt = [2, 2.05, 2.1, 9, 15].filter((hour) => hour < Number(hours))
  const done = await runEtiquette({ feeds: Number(feeds), hours: Number(hours), killedAt })
  console.log(
    `${feeds} feeds, ${hours} hours, ${done.starts} starts: ${done.visits.length} requests, at most ${done.mostAtOnce} at once, ${done.publishedMs.length} articles; took ${Math.round((performance.now() - startedMs) / 1000)} s`,
  )
  for (const [rule, judge] of Object.entries(judges)) {
    const breaches = judge(done)
    console.log(`${rule}: ${breaches.length} breaches`)
    for (const breach of breaches.slice(0, 5)) console.log(`  ${breach}`)
    if (breaches.length > 0) process.exitCode = 1
  }
}
