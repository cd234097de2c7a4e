import type { ChannelRef, PlatformName } from './channel.ts'
import type { Document } from './document.ts'
import type { PersonId, WorkspaceId } from './ids.ts'

/** Who asks, from where; everything in it comes from a verified request, never from the text typed. */
export type Caller = {
  readonly platform: PlatformName
  readonly workspaceId: WorkspaceId
  readonly personId: PersonId
  readonly name: string
  /** The platform says that this person may configure the bot; permissions may add more. */
  readonly isAdmin: boolean
  /** A guest, or a person of another workspace: may read, never configure. */
  readonly isStranger: boolean
  /** The platform's own ids of the roles that the person has here; none where it has no roles, or does not tell. */
  readonly roles?: readonly string[]
  /** BCP 47 tag of the person's own interface. */
  readonly locale: string
  /** IANA name; undefined when the platform does not tell. */
  readonly timezone: string | undefined
  /** Where it was asked; undefined in a direct message. */
  readonly channel: ChannelRef | undefined
  /** The digest's message in whose thread it was asked. */
  readonly thread: string | undefined
}

/** One command as a person gave it, by typing, by a button or by a form. */
export type CommandCall = {
  /** The platform's id of the request; the same id is carried out once. */
  readonly id: string
  /** Words of the table: "briefing now", "feeds add". */
  readonly command: string
  readonly options: Readonly<Record<string, string>>
  readonly caller: Caller
  /** Sent from a form: what is wrong comes back with the same form, at its field. */
  readonly isForm?: boolean
}

/** The value of a `file` option is the text of the file. */
export type OptionKind = 'text' | 'url' | 'number' | 'boolean' | 'choice' | 'channel' | 'file'

/** One option of a command, for parsing, help, completion and the platforms' forms alike. */
export type CommandOption = {
  readonly name: string
  readonly kind: OptionKind
  /** A key of the message catalogue. */
  readonly description: string
  readonly required: boolean
  readonly choices?: readonly string[]
  /** What to offer while a person types. */
  readonly completes?: 'feeds' | 'digests' | 'stories' | 'timezones' | 'topics' | 'categories'
  /** Takes the words that follow the command when no `name:` is written. */
  readonly positional?: boolean
}

/** What a face needs to know of a command to offer it: its line in the table without what it does. */
export type CommandSpec = {
  /** One to three words, as typed: "briefing now", "feeds add", "ask". */
  readonly name: string
  /** A key of the message catalogue. */
  readonly description: string
  readonly options: readonly CommandOption[]
  readonly audience: 'everyone' | 'admins'
  /** Reached by a button or a form alone; not offered for typing. */
  readonly isHidden?: boolean
}

/** What a person has typed so far into an option that completes. */
export type CompletionQuery = {
  readonly kind: NonNullable<CommandOption['completes']>
  readonly typed: string
  readonly caller: Caller
}

export type Completion = { readonly label: string; readonly value: string }

/**
 * Where every face brings what people ask. A pressed button arrives as the command `press` with the option `action`; an
 * opened home page (Slack's App Home, Discord's panel) as `home`.
 */
export type CommandDesk = {
  readonly specs: readonly CommandSpec[]
  /** Never throws: what went wrong is in the reply. Actions in its document have their ids. */
  run(call: CommandCall): Promise<Reply>
  /** At most 25, best first. */
  complete(query: CompletionQuery): Promise<readonly Completion[]>
}

/** An answer. Goes to the caller alone unless it says otherwise. */
export type Reply = {
  readonly document: Document
  readonly audience: 'caller' | 'channel'
  /** Opens a form instead of a message where the platform can; the document stands where it cannot. */
  readonly form?: Form
  /** Goes along as an attachment where the platform can send one; the command line writes it to standard output. */
  readonly file?: ReplyFile
  /** Whether the command did what was asked; the command line turns it into its exit code. */
  readonly outcome: 'done' | 'refused' | 'failed'
}

export type ReplyFile = {
  /** "feeds.opml". */
  readonly name: string
  readonly mediaType: string
  readonly text: string
}

/** Fields to fill in; sending it runs `command` with the fields as options. */
export type Form = {
  readonly title: string
  readonly command: string
  readonly fields: readonly FormField[]
  readonly submit: string
  /** Run with these of the fields while they are being filled in; its answer stands beneath them, where a platform can. */
  readonly preview?: { readonly command: string; readonly options: readonly string[] }
  /** What was wrong in the try before, by field; a fault of no field stands in the reply's document alone. */
  readonly faults: Readonly<Record<string, string>>
}

export type FormField = {
  readonly option: CommandOption
  readonly label: string
  readonly value: string | undefined
  readonly hint?: string
}
