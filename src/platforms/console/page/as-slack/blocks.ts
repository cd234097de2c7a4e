/** The blocks of Block Kit that Dateline posts, as its payloads have them. https://docs.slack.dev/reference/block-kit/blocks */
export type SlackBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'context'; readonly elements: readonly PlainText[] }
  | { readonly type: 'section'; readonly text: PlainText }
  | { readonly type: 'divider' }
  | { readonly type: 'rich_text'; readonly elements: readonly RichTextPart[] }
  | { readonly type: 'actions'; readonly elements: readonly ActionElement[] }

export type PlainText = { readonly text: string }

export type RichTextPart =
  | { readonly type: 'rich_text_section'; readonly elements: readonly RichTextElement[] }
  | { readonly type: 'rich_text_quote'; readonly elements: readonly RichTextElement[] }
  | {
      readonly type: 'rich_text_list'
      readonly style: 'ordered' | 'bullet'
      readonly elements: readonly { readonly elements: readonly RichTextElement[] }[]
    }

export type RichTextElement =
  | {
      readonly type: 'text'
      readonly text: string
      readonly style?: {
        readonly bold?: boolean
        readonly italic?: boolean
        readonly code?: boolean
      }
    }
  | { readonly type: 'link'; readonly url: string; readonly text?: string }
  | { readonly type: 'date'; readonly timestamp: number; readonly fallback: string }

export type ActionElement =
  | {
      readonly type: 'button'
      readonly text: PlainText
      readonly value?: string
      readonly style?: 'primary' | 'danger'
    }
  | {
      readonly type: 'overflow'
      readonly options: readonly { readonly text: PlainText; readonly value?: string }[]
    }
