import type { Caller, CommandDesk } from '../../../domain/command.ts'
import type { InboundReply } from '../../../support/inbound.ts'
import type { Html } from '../render/html.ts'
import type { PageHouse, PageReads } from './reads.ts'

/** What a view is drawn from. */
export type ViewCall = {
  /** What every address of this workspace begins with: nothing, or `/w/slack:T024BE7LD`. */
  readonly base: string
  /** What the view's address has beyond its name, in its order. */
  readonly words: readonly string[]
  readonly query: URLSearchParams
  readonly reads: PageReads
  readonly desk: CommandDesk
  newId(): string
  readonly caller: Caller
  readonly rendererFor: PageHouse['rendererFor']
  readonly system: PageHouse['system']
  readonly now: Date
  /** The page's own address, to which its forms go. */
  readonly address: string
  /** What was asked on this page last and its answer; nothing on a fresh page. */
  readonly answer: Html
}

export type View = {
  readonly title: string
  /** The entry of the navigation that leads here: its address without the workspace's part. */
  readonly place: string
  readonly main: Html
  /** Style sheets besides the page's own. */
  readonly styles?: readonly string[]
}

/** Draws one kind of page, or answers with a file; undefined where there is nothing at the address. */
export type DrawView = (call: ViewCall) => Promise<View | InboundReply | undefined>
