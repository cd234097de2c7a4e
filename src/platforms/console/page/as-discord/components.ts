/** The components that Dateline posts, as Discord's JSON. https://docs.discord.com/developers/components/reference */
export type DiscordComponent =
  | { readonly type: 17; readonly components: readonly DiscordComponent[] }
  | { readonly type: 10; readonly content: string }
  | {
      readonly type: 9
      readonly components: readonly DiscordComponent[]
      readonly accessory: DiscordComponent
    }
  | { readonly type: 14 }
  | { readonly type: 1; readonly components: readonly DiscordComponent[] }
  | {
      readonly type: 2
      readonly style: number
      readonly label: string
      readonly url?: string
      readonly custom_id?: string
      readonly disabled?: boolean
    }
  | {
      readonly type: 3
      readonly placeholder: string
      readonly options: readonly { readonly label: string; readonly value: string }[]
    }
