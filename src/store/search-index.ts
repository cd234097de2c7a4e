import type { Transaction } from 'kysely'
import type { Tables } from './tables/tables.ts'

/** An article that holds the words asked for; a higher score fits better. Scores of two engines do not compare. */
export type SearchHit = { readonly number: number; readonly score: number }

/** Full-text search over titles and texts, as the engine has it. */
export type SearchIndex = {
  /** Statements that make the index. */
  readonly statements: readonly string[]
  put(db: Transaction<Tables>, number: number, title: string, text: string): Promise<void>
  remove(db: Transaction<Tables>, numbers: readonly number[]): Promise<void>
  clear(db: Transaction<Tables>): Promise<void>
  /** Articles that hold any of the words, best first. */
  find(
    db: Transaction<Tables>,
    words: readonly string[],
    limit: number,
  ): Promise<readonly SearchHit[]>
}

/** What is indexed of one text: beyond it no reader searches, and PostgreSQL takes 1 MB at most. */
const longestIndexedText = 200_000

const marks = /\p{M}+/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/**
 * The words of a text or a query: without accents, in small letters, scripts without spaces cut into characters.
 * Letters and digits alone, so that both engines index the same words and nothing typed is taken for an operator.
 */
export function searchWords(text: string): readonly string[] {
  const plain = text
    .slice(0, longestIndexedText)
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(unspaced, ' $& ')
  return plain.match(/[\p{L}\p{N}]{1,100}/gu) ?? []
}
