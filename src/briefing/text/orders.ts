import type { Article } from '../../domain/article.ts'

/**
 * What speaks to a language model and not to a reader, in the words and marks that such texts need to be understood by one.
 * Not every such text can be known; what remains is bounded by what verification lets through.
 */
const orders = [
  String.raw`\b(?:ignore|disregard|forget|override|bypass)\s(?:\w+\s){0,3}(?:previous|prior|earlier|above|your|system|all|any)\s(?:\w+\s){0,3}(?:instructions?|rules|prompts?|guidelines|directives)\b`,
  String.raw`\b(?:rules|instructions)\b[^.\n]{0,30}\b(?:withdrawn|void|no longer apply|suspended for you)\b`,
  String.raw`\b(?:your|the|system|whole|full|hidden|initial)\s(?:system\s)?prompt\b[^.\n]{0,40}\b(?:word for word|verbatim|base64)\b`,
  String.raw`\b(?:repeat|reveal|print|output|show|leak|answer with|encode)\b[^.\n]{0,20}\byour\b[^.\n]{0,20}\b(?:prompt|instructions)\b`,
  String.raw`\b(?:notice|note|message|instructions?|attention)\b:?[^.:\n]{0,20}\b(?:AIs?|LLMs?|(?:AI|chat) ?(?:assistants?|bots?)|(?:large )?language models?)\b[^.:\n]{0,30}:`,
  String.raw`\byou are now (?:in |an? |the )?(?:developer|DAN\b|unrestricted|jailbroken|free of)`,
  String.raw`\b(?:let(?:['’]s| us) play|pretend|imagine|role-?play)\b[^.\n]{0,40}\byou are\b`,
  String.raw`\b(?:developer|jailbreak|god|debug) mode\b[^.\n]{0,30}\b(?:rules|restrictions|filters)\b`,
  String.raw`<\|[^|<>\n]{1,40}\|>|\[/?INST\]|</?(?:article|context|instructions?|system|prompt)>`,
  String.raw`^[#\s]*#\s?(?:instructions?|system|response)\b`,
  String.raw`^\s*(?:system|assistant)\s?[:|]`,
]
const order = new RegExp(orders.join('|'), 'imu')

/**
 * The text with blanks from the first order to the end of its paragraph: everything else keeps its place. A paragraph that
 * speaks to machines has nothing to tell.
 */
export function withoutOrders(text: string): string {
  if (!order.test(text)) return text
  return text.replace(/[^\n]+(?:\n(?!\n)[^\n]+)*/g, (paragraph) => {
    const found = order.exec(paragraph)
    if (!found) return paragraph
    const kept = paragraph.slice(0, found.index)
    return kept + paragraph.slice(found.index).replace(/[^\n]/g, ' ')
  })
}

const calm = new WeakMap<Article, Article>()

/** The article as it is read for telling: without what it says to machines, at the same offsets. */
export function withoutOrdersIn(article: Article): Article {
  const known = calm.get(article)
  if (known) return known
  const text = withoutOrders(article.text)
  const read = text === article.text ? article : { ...article, text }
  calm.set(article, read)
  return read
}
