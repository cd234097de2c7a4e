import { sql } from 'kysely'
import { type SearchHit, type SearchIndex, searchWords } from '../search-index.ts'

/** A word in the title counts as much as this many in the text. */
const titleWeight = 4

/** FTS5 keeps only the index; the texts themselves stand in `articles`. */
export const sqliteSearchIndex: SearchIndex = {
  statements: [
    `create virtual table article_search using fts5(title, text, content = '', contentless_delete = 1,
     tokenize = 'unicode61 remove_diacritics 0')`,
  ],
  async put(db, number, title, text) {
    await sql`delete from article_search where rowid = ${number}`.execute(db)
    await sql`insert into article_search (rowid, title, text)
      values (${number}, ${searchWords(title).join(' ')}, ${searchWords(text).join(' ')})`.execute(
      db,
    )
  },
  async remove(db, numbers) {
    for (const number of numbers) {
      await sql`delete from article_search where rowid = ${number}`.execute(db)
    }
  },
  async clear(db) {
    await sql`delete from article_search`.execute(db)
  },
  async find(db, words, limit) {
    const query = words.map((word) => `"${word}"`).join(' OR ')
    const { rows } = await sql<SearchHit>`
      select rowid as number, -bm25(article_search, ${sql.lit(titleWeight)}, 1.0) as score
      from article_search where article_search match ${query}
      order by score desc, rowid desc limit ${limit}`.execute(db)
    return rows
  },
}
