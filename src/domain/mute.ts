/** What a mute or a follow is about: words of the news, one story, or an outlet. */
export type Subject =
  | { readonly kind: 'topic'; readonly words: string }
  | { readonly kind: 'story'; readonly storyId: string }
  | { readonly kind: 'source'; readonly publisher: string }

/** Something that somebody does not want to read for a while. */
export type Mute = { readonly subject: Subject; readonly until: Date }

/** Something that somebody wants to read first. */
export type Follow = { readonly subject: Subject }
