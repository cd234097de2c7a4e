/** A rule that drops, boosts or only mentions articles. */
export type Filter = {
  readonly id: string
  readonly action: 'drop' | 'boost' | 'mention'
  readonly field: 'title' | 'text' | 'any' | 'source' | 'author' | 'url' | 'language'
  readonly match: 'contains' | 'regex' | 'is'
  readonly value: string
  /** The rule holds where the match fails. */
  readonly not: boolean
  /** A channel as written in the configuration, a digest's name, or undefined for the whole workspace. */
  readonly scope: string | undefined
}
