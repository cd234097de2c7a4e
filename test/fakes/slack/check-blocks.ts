/** Slack's rules for blocks, written down a second time from its documentation, so that no fault of ours is repeated here. */

type Json = Readonly<Record<string, unknown>>

/** What Slack says of blocks that it does not take. */
export type BlockFault = { readonly error: string; readonly why: string }

type Surface = 'message' | 'modal' | 'home'

const mostBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 }

/** Where Slack was seen to answer `msg_blocks_too_long`. */
const mostUnits = 13_200

export function blocksFault(blocks: unknown, surface: Surface): BlockFault | undefined {
  if (!Array.isArray(blocks)) return invalid('blocks is no array')
  if (blocks.length > mostBlocks[surface]) return invalid(`${blocks.length} blocks`)
  for (const block of blocks as Json[]) {
    const why = blockFault(block, surface)
    if (why) return invalid(`${String(block?.type)}: ${why}`)
  }
  const ids = blocks.map((block: Json) => block.block_id).filter((id) => id !== undefined)
  if (new Set(ids).size < ids.length) return invalid('a block_id twice')
  if (surface === 'message' && unitsIn(blocks) > mostUnits) {
    return { error: 'msg_blocks_too_long', why: `${unitsIn(blocks)} characters` }
  }
  return undefined
}

function invalid(why: string): BlockFault {
  return { error: 'invalid_blocks', why }
}

/** All text of all blocks, addresses left out. */
export function unitsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, part]) =>
      sum + (key === 'text' && typeof part === 'string' ? part.length : unitsIn(part)),
    0,
  )
}

function blockFault(block: Json, surface: Surface): string | undefined {
  if (typeof block !== 'object' || block === null) return 'no object'
  const id = block.block_id
  if (id !== undefined && (typeof id !== 'string' || id.length > 255)) return 'block_id'
  switch (block.type) {
    case 'section':
      return sectionFault(block)
    case 'header':
      return textFault(block.text, 150, ['plain_text'])
    case 'context':
      return contextFault(block)
    case 'divider':
      return undefined
    case 'actions':
      return actionsFault(block)
    case 'rich_text':
      return richTextFault(block)
    case 'image':
      return imageFault(block)
    case 'input':
      return surface === 'message' ? 'input in a message' : inputFault(block)
    default:
      return 'unknown type'
  }
}

/** A text object of at most `most` characters. */
function textFault(
  text: unknown,
  most: number,
  kinds = ['plain_text', 'mrkdwn'],
): string | undefined {
  const object = text as Json | undefined
  if (typeof object !== 'object' || object === null) return 'no text object'
  if (!kinds.includes(String(object.type))) return `text of type ${String(object.type)}`
  return stringFault(object.text, most)
}

function stringFault(text: unknown, most: number): string | undefined {
  if (typeof text !== 'string' || text === '') return 'empty text'
  if (!text.isWellFormed()) return 'half a character'
  if (/&(?!amp;|lt;|gt;)|<(?![!@#]|https?:)/.test(text))
    return `text not escaped: ${text.slice(0, 40)}`
  return text.length > most ? `${text.length} characters, ${most} allowed` : undefined
}

function first<Item>(
  items: unknown,
  faultOf: (item: Item) => string | undefined,
): string | undefined {
  if (!Array.isArray(items)) return 'no list'
  for (const item of items as Item[]) {
    const fault = faultOf(item)
    if (fault) return fault
  }
  return undefined
}

function countFault(items: unknown, least: number, most: number): string | undefined {
  if (!Array.isArray(items)) return 'no list'
  if (items.length >= least && items.length <= most) return undefined
  return `${items.length} elements, ${least} to ${most} allowed`
}

function sectionFault(block: Json): string | undefined {
  if (block.text === undefined && block.fields === undefined) return 'neither text nor fields'
  const inText = block.text === undefined ? undefined : textFault(block.text, 3000)
  const inFields =
    block.fields === undefined
      ? undefined
      : (countFault(block.fields, 1, 10) ?? first(block.fields, (field) => textFault(field, 2000)))
  return inText ?? inFields ?? (block.accessory ? elementFault(block.accessory as Json) : undefined)
}

function contextFault(block: Json): string | undefined {
  return (
    countFault(block.elements, 1, 10) ??
    first<Json>(block.elements, (element) =>
      element.type === 'image' ? imageFault(element) : textFault(element, 3000),
    )
  )
}

function actionsFault(block: Json): string | undefined {
  const elements = block.elements as Json[]
  const ids = Array.isArray(elements) ? elements.map((element) => element.action_id) : []
  return (
    countFault(elements, 1, 25) ??
    (new Set(ids).size < ids.length ? 'an action_id twice' : undefined) ??
    first(elements, elementFault)
  )
}

function imageFault(block: Json): string | undefined {
  if (typeof block.image_url !== 'string' || block.image_url.length > 3000) return 'image_url'
  return stringFault(block.alt_text, 2000)
}

function elementFault(element: Json): string | undefined {
  const id = element.action_id
  if (typeof id !== 'string' || id === '' || id.length > 255) return 'action_id'
  switch (element.type) {
    case 'button':
      return buttonFault(element)
    case 'overflow':
      return countFault(element.options, 1, 5) ?? first(element.options, optionFault)
    case 'static_select':
    case 'multi_static_select':
      return countFault(element.options, 1, 100) ?? first(element.options, optionFault)
    case 'checkboxes':
    case 'radio_buttons':
      return countFault(element.options, 1, 10) ?? first(element.options, optionFault)
    case 'plain_text_input':
    case 'url_text_input':
    case 'number_input':
      return placeholderFault(element) ?? inputValueFault(element)
    case 'external_select':
    case 'conversations_select':
    case 'channels_select':
      return placeholderFault(element)
    default:
      return `element ${String(element.type)}`
  }
}

function buttonFault(element: Json): string | undefined {
  if (typeof element.value === 'string' && element.value.length > 2000) return 'value'
  if (typeof element.url === 'string' && element.url.length > 3000) return 'url'
  if (element.style !== undefined && !['primary', 'danger'].includes(String(element.style))) {
    return 'style'
  }
  return textFault(element.text, 75, ['plain_text'])
}

function optionFault(option: Json): string | undefined {
  if (typeof option.value !== 'string' || option.value.length > 150) return 'option value'
  return textFault(option.text, 75)
}

function placeholderFault(element: Json): string | undefined {
  if (element.placeholder === undefined) return undefined
  return textFault(element.placeholder, 150, ['plain_text'])
}

function inputValueFault({ initial_value: value }: Json): string | undefined {
  return typeof value === 'string' && value.length > 3000 ? 'initial_value' : undefined
}

function inputFault(block: Json): string | undefined {
  const hint = block.hint === undefined ? undefined : textFault(block.hint, 2000, ['plain_text'])
  return (
    textFault(block.label, 2000, ['plain_text']) ??
    hint ??
    elementFault((block.element ?? {}) as Json)
  )
}

function richTextFault(block: Json): string | undefined {
  return countFault(block.elements, 1, 100) ?? first(block.elements, richPartFault)
}

function richPartFault(part: Json): string | undefined {
  switch (part.type) {
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return countFault(part.elements, 1, 1000) ?? first(part.elements, richElementFault)
    case 'rich_text_list':
      if (part.style !== 'bullet' && part.style !== 'ordered') return 'list style'
      return countFault(part.elements, 1, 1000) ?? first(part.elements, richPartFault)
    default:
      return `rich text ${String(part.type)}`
  }
}

function richElementFault(element: Json): string | undefined {
  switch (element.type) {
    case 'text':
      return stringFault(element.text, 3000)
    case 'link':
      if (typeof element.url !== 'string' || !/^https?:\/\/[^\s|<>]+$/.test(element.url))
        return 'url'
      return element.text === undefined ? undefined : stringFault(element.text, 3000)
    case 'date':
      if (!Number.isInteger(element.timestamp) || typeof element.format !== 'string') return 'date'
      return undefined
    case 'user':
    case 'channel':
    case 'usergroup':
    case 'broadcast':
    case 'emoji':
      return undefined
    default:
      return `rich text element ${String(element.type)}`
  }
}
