import { sql } from 'kysely'
import { type SearchHit, type SearchIndex, searchWords } from '../search-index.ts'

export const postgresSearchIndex: SearchIndex = {
  statements: [
    'create table article_search (number bigint primary key, words tsvector not null)',
    'create index article_search_words on article_search using gin (words)',
  ],
  async put(db, number, title, text) {
    const words = sql`setweight(to_tsvector('simple', ${searchWords(title).join(' ')}), 'A')
      || to_tsvector('simple', ${searchWords(text).join(' ')})`
    await sql`insert into article_search (number, words) values (${number}, ${words})
      on conflict (number) do update set words = excluded.words`.execute(db)
  },
  async remove(db, numbers) {
    await sql`delete from article_search where number = any(${[...numbers]})`.execute(db)
  },
  async clear(db) {
    await sql`delete from article_search`.execute(db)
  },
  async find(db, words, limit) {
    const { rows } = await sql<SearchHit>`
      select number, ts_rank(words, query) as score
      from article_search, to_tsquery('simple', ${words.join(' | ')}) as query
      where words @@ query order by score desc, number desc limit ${limit}`.execute(db)
    return rows
  },
}
