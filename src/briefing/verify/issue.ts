/** What a check finds wrong with a statement. All but `softened` mean that the sources do not say it. */
export type Issue = {
  readonly kind:
    | 'invented name'
    /** The article knows the person, not this part of the name. */
    | 'added given name'
    | 'invented number'
    | 'invented date'
    | 'misplaced'
    | 'negation'
    | 'altered quote'
    | 'wrong person'
    /** The same word twice in a row. */
    | 'stutter'
    | 'repetition'
    | 'unsupported'
    /** Less exact than the source, and still true: "about 90,000" for "more than 90,000". */
    | 'softened'
  /** The words in question. */
  readonly text: string
  /** A sentence for people. */
  readonly why: string
}

/** Whether an issue means that something false would be printed. */
export function isFalse(issue: Issue): boolean {
  return issue.kind !== 'softened'
}
