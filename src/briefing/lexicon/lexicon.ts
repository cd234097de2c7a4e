/** How a pronoun narrows whom it means: a man, a woman, a person or thing, several. */
export type Sort = 'man' | 'woman' | 'thing' | 'several' | 'person'

/** Answers whether a word, in lower case, is one of a kind. */
export type Words = { has(word: string): boolean }

/** The words of one language by which speakers are found; lower case, apostrophes straight. */
export type Lexicon = {
  /** "said", "told", "wrote": verbs whose subject speaks. */
  readonly finite: ReadonlySet<string>
  /** "saying", "to say": forms whose speaker is the subject of the sentence. */
  readonly infinite: ReadonlySet<string>
  /** Of these the verbs that more often tell what somebody thinks or does than what they say. */
  readonly weak: ReadonlySet<string>
  /** "statement", "reply": what is said by whose it is. */
  readonly speechNouns: ReadonlySet<string>
  readonly pronouns: ReadonlyMap<string, Sort>
  readonly possessives: ReadonlyMap<string, Sort>
  readonly prepositions: ReadonlySet<string>
  /** Words that begin a clause. */
  readonly subordinators: ReadonlySet<string>
  readonly relatives: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  /** Verbs grown together with what stands before them: "don't", "we're". */
  readonly contractions: RegExp
  readonly adverbs: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  /** Prepositions by which one noun belongs to another: "a spokesman for the port". */
  readonly genitives: ReadonlySet<string>
  /** Articles that point at somebody known. */
  readonly definite: ReadonlySet<string>
  readonly conjunctions: ReadonlySet<string>
  /** "spokesman", "president", "mr": what people are called before and after their names. */
  readonly roles: Words
  readonly men: Words
  readonly women: Words
  /** Words between an adjective and a role: "campaign manager", "chief executive". */
  readonly modifiers: ReadonlySet<string>
  /** Capitalised words that are nobody's name: days, months. */
  readonly calendar: ReadonlySet<string>
  /** Small words that lean on the next one: "d'", "l'", "dell'". */
  readonly elision: RegExp | undefined
  /** Every noun is written with a capital, so that a capital alone makes no name. */
  readonly hasCapitalNouns: boolean
  /** A verb without a subject means whoever was meant last. */
  readonly dropsSubject: boolean
  /** Phrases after or before a quotation whose object speaks: "according to". */
  readonly sources: readonly string[]
}

/** The words of a text of words. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}

/** Words by a list and by their endings: "Außenminister" is a minister. */
export function wordsEndingIn(list: string, endings: RegExp): Words {
  const known = wordSet(list)
  return { has: (word) => known.has(word) || endings.test(word) }
}

export function sorts(lists: Partial<Record<Sort, string>>): ReadonlyMap<string, Sort> {
  return new Map(
    Object.entries(lists).flatMap(([sort, text]) =>
      [...wordSet(text)].map((word) => [word, sort as Sort] as const),
    ),
  )
}
