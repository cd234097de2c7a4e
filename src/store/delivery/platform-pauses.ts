import type { PlatformName } from '../../domain/channel.ts'
import type { Tx } from '../transaction.ts'

const prefix = 'pause:'

/** The platforms that asked everyone of us to wait. */
export async function pausedPlatforms({ db, now }: Tx): Promise<readonly PlatformName[]> {
  const rows = await db
    .selectFrom('kept_values')
    .select('key')
    .where('key', 'like', `${prefix}%`)
    .where('until_ms', '>', now.getTime())
    .execute()
  return rows.map(({ key }) => key.slice(prefix.length) as PlatformName)
}

/** Nothing is posted to the platform by any process before that. */
export async function pausePlatform({ db }: Tx, name: PlatformName, until: Date): Promise<void> {
  const until_ms = until.getTime()
  await db
    .insertInto('kept_values')
    .values({ key: `${prefix}${name}`, value_json: 'null', until_ms })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ until_ms }))
    .execute()
}
