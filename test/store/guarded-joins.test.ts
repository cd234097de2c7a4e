import { expect, test } from 'vitest'
import { BugError } from '../../src/domain/errors.ts'
import { onBothEngines } from './on-both-engines.ts'
import { ours, theirs } from './sample.ts'

onBothEngines('a join of two tables of a workspace', ({ freshStore }) => {
  test('is let through when both are confined to it, and refused when one is not', async () => {
    const store = await freshStore()
    const join = (second: typeof ours | undefined) =>
      store.inWorkspace(ours, ({ db }) =>
        db
          .selectFrom('slots')
          .innerJoin('subscriptions', 'subscriptions.id', 'slots.digest_id')
          .selectAll('slots')
          .where('slots.workspace_id', '=', ours)
          .$if(second !== undefined, (query) =>
            query.where('subscriptions.workspace_id', '=', second ?? ours),
          )
          .execute(),
      )
    expect(await join(ours)).toEqual([])
    await expect(join(undefined)).rejects.toThrow(BugError)
    await expect(join(theirs)).rejects.toThrow(BugError)
  })
})
