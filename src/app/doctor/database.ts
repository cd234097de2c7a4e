import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { nameOfDatabase } from '../../config/database-address.ts'
import type { DatabaseSettings, Settings } from '../../config/settings.ts'
import { openStore, schemaOfDatabase } from '../../store/open-store.ts'
import { livingProcesses } from '../../store/processes/processes.ts'
import { backlogOf } from '../../store/retention/retention.ts'
import type { Store } from '../../store/store.ts'
import { keysInUse, missingWords } from '../reseal.ts'
import { type Finding, fault, faultOf, ok, warning } from './finding.ts'

/** Looks at the database from beside, so that a bot that is at work on it is not in the way. Nothing is changed in it. */
export async function* examineDatabase(settings: Settings): AsyncGenerator<Finding> {
  const { database } = settings
  const name = nameOfDatabase(database)
  try {
    if (database.kind === 'sqlite' && !existsSync(database.path)) {
      yield checkPlace(database)
      return
    }
    const { from, to } = await schemaOfDatabase(database)
    if (from < to) {
      const first = from === 0 ? 'empty' : `schema version ${from}`
      yield ok('Database', `${name}: ${first}; the next start brings it to version ${to}`)
      return
    }
    await using store = await openStore(database, { beside: true, transfer: true })
    const hosts = await store.shared(livingProcesses)
    const work = hosts.length === 0 ? 'no bot is at work on it' : `${hosts.length} at work on it`
    yield ok('Database', `${name}: schema version ${to}, up to date; ${work}`)
    yield* examineEngine(store)
    yield await checkSize(store)
    yield await checkRetention(store, settings)
    yield* await checkKeys(store, settings)
  } catch (error) {
    yield faultOf('Database', error)
  }
}

function checkPlace({ path }: Extract<DatabaseSettings, { kind: 'sqlite' }>): Finding {
  try {
    mkdirSync(dirname(path), { recursive: true })
    accessSync(dirname(path), constants.W_OK)
    return ok('Database', `sqlite:${path}: not there yet; the first start makes it`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return fault('Database', `The database ${path} cannot be opened: ${why}. Check DATABASE_URL.`)
  }
}

async function* examineEngine(store: Store): AsyncGenerator<Finding> {
  const [faults, damages] = await store.everywhere(async ({ engine, db }) => [
    await engine.faults(db),
    await engine.integrityFaults(db),
  ])
  for (const { words, isFatal } of faults) {
    yield (isFatal ? fault : warning)('Database', `${words}.`)
  }
  if (store.engineName === 'PostgreSQL') return
  yield damages.length === 0
    ? ok('Integrity', 'every page and index is whole')
    : fault('Integrity', `The file is damaged: ${damages.join('; ')}. Restore a backup.`)
}

const megabyte = 1_000_000
const littleRoomBytes = 200 * megabyte
const longLogBytes = 100 * megabyte

async function checkSize(store: Store): Promise<Finding> {
  const { bytes, logBytes, freeBytes } = await store.everywhere(({ engine, db }) =>
    engine.measure(db),
  )
  const size = inMegabytes(bytes)
  if (freeBytes === undefined || logBytes === undefined) return ok('Size', size)
  const words = `${size}, log ${inMegabytes(logBytes)}, ${inMegabytes(freeBytes)} free on its disk`
  if (freeBytes < Math.max(littleRoomBytes, bytes / 4)) {
    return warning('Size', `${words}: make room, or nothing can be recorded and nothing is posted.`)
  }
  if (logBytes > longLogBytes) {
    return warning('Size', `${words}: another program holds the log open; end it.`)
  }
  return ok('Size', words)
}

function inMegabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(1)} MB`
}

const mostCounted = 10_000
/** What an hour of a busy installation leaves behind. */
const usualBacklog = 5_000

async function checkRetention(store: Store, { keepDays }: Settings): Promise<Finding> {
  const backlog = await store.everywhere((tx) => backlogOf(tx, keepDays, mostCounted))
  const rows = [...backlog.values()].reduce((sum, count) => sum + count, 0)
  const limits = `articles ${keepDays.articles} days, history ${keepDays.history}, audit ${keepDays.audit}`
  if (rows <= usualBacklog) return ok('Retention', `${limits}; ${rows} rows are past their limit`)
  const tables = [...backlog].map(([table, count]) => `${table} ${countWords(count)}`).join(', ')
  return warning(
    'Retention',
    `Past their limits: ${tables}. A bot with the role poll lets go of them, some every ten minutes.`,
  )
}

function countWords(count: number): string {
  return count === mostCounted ? `${count} or more` : String(count)
}

async function checkKeys(store: Store, { secretKeys }: Settings): Promise<readonly Finding[]> {
  if (secretKeys.length === 0) return []
  const uses = await keysInUse(store, secretKeys)
  const missing = uses.filter(({ state }) => state === 'missing')
  if (missing.length > 0) return [fault('Keys', missingWords(missing))]
  const older = uses.find(({ state, secrets }) => state === 'older' && secrets > 0)
  if (older === undefined) return [ok('Keys', 'everything is sealed with the newest key')]
  return [warning('Keys', `${older.secrets} tokens are sealed with an older key: dateline reseal.`)]
}
