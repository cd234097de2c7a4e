/** An interaction as Discord sends it, over the gateway or over HTTP; only what Dateline reads of it. */
export type Interaction = {
  readonly id: string
  readonly token: string
  readonly application_id: string
  /** 1 ping, 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number
  readonly data?: InteractionData
  readonly guild_id?: string
  readonly channel_id?: string
  readonly channel?: {
    readonly id: string
    readonly type: number
    readonly parent_id?: string | null
  }
  readonly member?: {
    readonly user: User
    readonly nick?: string | null
    readonly roles: readonly string[]
    /** What the person may do in the channel, as a bit set in decimal. */
    readonly permissions: string
  }
  readonly user?: User
  readonly locale?: string
  /** Who installed the app: `0` the server, `1` the person. */
  readonly authorizing_integration_owners?: Readonly<Record<string, string>>
}

export type User = {
  readonly id: string
  readonly username: string
  readonly global_name?: string | null
}

export type InteractionData = {
  readonly name?: string
  /** 1 slash command, 3 context menu of a message. */
  readonly type?: number
  readonly options?: readonly OptionData[]
  readonly custom_id?: string
  readonly values?: readonly string[]
  readonly components?: readonly FieldData[]
  readonly target_id?: string
  readonly resolved?: {
    readonly attachments?: Readonly<Record<string, Attachment>>
    readonly messages?: Readonly<Record<string, Message>>
  }
}

export type OptionData = {
  readonly name: string
  readonly type: number
  readonly value?: string | number | boolean
  readonly focused?: boolean
  readonly options?: readonly OptionData[]
}

type FieldData = {
  readonly component?: InputData
  readonly components?: readonly InputData[]
}

export type InputData = {
  readonly custom_id: string
  readonly value?: string
  readonly values?: readonly string[]
}

export type Attachment = { readonly url: string; readonly size: number; readonly filename: string }

export type Message = {
  readonly id: string
  readonly content?: string
  readonly components?: unknown
  readonly embeds?: unknown
}

export const kinds = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const

/** Discord's own types of threads. */
export const threadTypes: readonly number[] = [10, 11, 12]

/** Types of options that hold others: a subcommand, and a group of them. */
const nesting: readonly number[] = [1, 2]

/** The words of a slash command and the options of its innermost part. */
export function typedCommand(data: InteractionData): {
  readonly name: string
  readonly options: readonly OptionData[]
} {
  let name = data.name ?? ''
  let options = data.options ?? []
  for (let inner = options[0]; inner && nesting.includes(inner.type); inner = options[0]) {
    name += ` ${inner.name}`
    options = inner.options ?? []
  }
  return { name, options }
}
