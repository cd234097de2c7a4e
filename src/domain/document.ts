import type { ChannelRef } from './channel.ts'
import type { ActionId } from './ids.ts'

/**
 * What a reader is shown, before any platform's markup: built once by digests and commands, rendered purely by each platform.
 * Texts are plain and unescaped; foreign text never carries markup.
 */
export type Document = {
  readonly blocks: readonly Block[]
  /** One line for notifications and screen readers. */
  readonly fallback: string
}

/** A run of text inside a line. */
export type Span =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly strong?: boolean
      readonly quiet?: boolean
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** The channel by its name, as its own platform shows it; by its id elsewhere. */
  | { readonly kind: 'channel'; readonly channel: ChannelRef }
  | {
      readonly kind: 'time'
      readonly at: Date
      readonly style: 'date' | 'time' | 'date-time'
      /** What stands where the platform cannot show the reader's own time. */
      readonly fallback: string
    }

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly aside?: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly (readonly Span[])[]
    }
  /** The digest's table of contents: number, headline, "3 sources". */
  | {
      readonly kind: 'headlines'
      readonly items: readonly { readonly text: string; readonly aside: string }[]
    }
  | {
      readonly kind: 'quote'
      readonly text: string
      /** "Antony Blinken, US Secretary of State". */
      readonly speaker: string
      /** Outlet and date. */
      readonly source: string
      /** Opens the passage; undefined when the article has no link. */
      readonly url: string | undefined
      /** The words of that link: "see it in the article". */
      readonly open?: string
      /** The same words in the reader's language, marked as a translation. */
      readonly translation?: string
    }
  | {
      readonly kind: 'sources'
      readonly items: readonly {
        readonly name: string
        readonly url: string | undefined
        readonly note?: string
      }[]
    }
  | {
      readonly kind: 'fields'
      readonly items: readonly { readonly name: string; readonly value: readonly Span[] }[]
    }
  | { readonly kind: 'notice'; readonly tone: 'info' | 'warning'; readonly text: string }
  /** Small print under the rest: coverage, provenance. */
  | { readonly kind: 'footer'; readonly text: string }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | { readonly kind: 'divider' }

/** A button: what it says, and the command that pressing it runs. */
export type Action = {
  readonly label: string
  readonly command: string
  readonly options: Readonly<Record<string, string>>
  readonly style?: 'primary' | 'danger'
  /** Stands behind "more" where the platform has such a menu. */
  readonly overflow?: boolean
  /** Leads to the stored action; set when the document is recorded, so that the button works after a restart. */
  readonly id?: ActionId
}

/** The span's words where nothing but words can be shown. */
export function plainWords(span: Span): string {
  if (span.kind === 'channel') return span.channel.id
  return span.kind === 'time' ? span.fallback : span.text
}

export function text(words: string): Span {
  return { kind: 'text', text: words }
}

export function strong(words: string): Span {
  return { kind: 'text', text: words, strong: true }
}

export function link(words: string, url: string | undefined): Span {
  return url === undefined ? text(words) : { kind: 'link', text: words, url }
}
