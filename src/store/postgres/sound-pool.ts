import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { DatabaseError, type Pool, type PoolClient } from 'pg'

/**
 * A pool that gives no broken connection out again. `pg` itself puts one back that went silent (a half-open connection), and
 * every later statement on it would run into its time limit as well. Where one is lost, those that were at rest meanwhile are
 * not trusted either.
 */
export function soundPool(pool: Pool): PostgresPool {
  // The driver knows connections by identity.
  const known = new WeakMap<PoolClient, PostgresPoolClient>()
  /** How many losses there had been when a connection was last heard of. */
  const lossesAt = new WeakMap<PoolClient, number>()
  let losses = 0
  const heard = {
    lost: () => {
      losses += 1
    },
    well: (client: PoolClient) => void lossesAt.set(client, losses),
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      let client = await pool.connect()
      while ((lossesAt.get(client) ?? losses) < losses) {
        client.release(true)
        client = await pool.connect()
      }
      const watched = known.get(client) ?? watch(client, heard)
      known.set(client, watched)
      return watched
    },
  }
}

type Heard = { lost(): void; well(client: PoolClient): void }

function watch(client: PoolClient, heard: Heard): PostgresPoolClient {
  let lost: unknown
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    if (lost !== undefined)
      throw new Error('The connection to the database was lost', { cause: lost })
    try {
      const result = await client.query(sql, [...parameters])
      heard.well(client)
      return result
    } catch (error) {
      if (!isAnswer(error)) {
        lost = error
        heard.lost()
      }
      throw error
    }
  }
  return {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || lost !== undefined),
  }
}

/** Whether the server itself has answered, and goes on listening: https://www.postgresql.org/docs/current/protocol-error-fields.html */
function isAnswer(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity !== 'FATAL'
}
