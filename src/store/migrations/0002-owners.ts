import type { Migration } from './migration.ts'

/** Who holds a lease, so that it can end with its process. */
export const owners: Migration = {
  version: 2,
  name: 'owners',
  worksWith: 1,
  statements: () =>
    ['slots', 'deliveries'].flatMap((table) => [
      `alter table ${table} add column owner text`,
      `alter table ${table} add column owner_fence bigint`,
    ]),
}
