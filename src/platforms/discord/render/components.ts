/** The components that Dateline uses, as Discord's JSON. https://docs.discord.com/developers/components/reference */
export type TextDisplay = { readonly type: 10; readonly content: string }

export type ActionButton = {
  readonly type: 2
  readonly style: 1 | 2 | 4
  readonly label: string
  readonly custom_id: string
  readonly disabled?: boolean
}

export type LinkButton = {
  readonly type: 2
  readonly style: 5
  readonly label: string
  readonly url: string
}

export type Select = {
  readonly type: 3
  readonly custom_id: string
  readonly placeholder: string
  readonly options: readonly { readonly label: string; readonly value: string }[]
}

export type Row = { readonly type: 1; readonly components: readonly (ActionButton | Select)[] }

export type Section = {
  readonly type: 9
  readonly components: readonly TextDisplay[]
  readonly accessory: LinkButton
}

export type Separator = { readonly type: 14 }

export type Part = TextDisplay | Row | Section | Separator

export type Container = {
  readonly type: 17
  readonly accent_color: number
  readonly components: readonly Part[]
}

/** The body of Create Message, with nobody mentioned but whom the digest asks to mention. */
export type MessageBody = {
  readonly flags: number
  readonly components: readonly (TextDisplay | Container | Row)[]
  readonly content?: string
  readonly embeds?: readonly { readonly description: string; readonly color: number }[]
  readonly allowed_mentions: { readonly parse: readonly []; readonly roles?: readonly string[] }
}

/** How many components it is, what it holds included. */
export function componentsIn(part: Part): number {
  if (part.type === 1) return 1 + part.components.length
  return part.type === 9 ? 2 + part.components.length : 1
}

/** How many characters count against the limit of the message's text. */
export function charactersIn(part: Part): number {
  if (part.type === 10) return part.content.length
  return part.type === 9 ? part.components.reduce((sum, { content }) => sum + content.length, 0) : 0
}
