/**
 * Rows of one statement. SQLite binds at most 32,766 values (https://www.sqlite.org/limits.html) and PostgreSQL 65,535,
 * so a table may have 32 columns before this must be smaller.
 */
const rowsAtOnce = 1000

/** Writes rows in statements that both engines take, however many rows there are; none, and nothing is written. */
export async function inSlices<Row>(
  rows: readonly Row[],
  write: (some: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) await write(rows.slice(at, at + rowsAtOnce))
}
