export type JsonObject = { readonly [key: string]: unknown }

const maxDepth = 12
const articleType = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|NewsArticle)$/i

/** Every object of the page's JSON-LD, whatever it is nested in. Scripts that are not JSON are passed over. */
export function readJsonLd(scripts: readonly string[]): readonly JsonObject[] {
  const found: JsonObject[] = []
  for (const script of scripts) collect(parseLenient(script), found, 0)
  return found
}

export function articleObjects(objects: readonly JsonObject[]): readonly JsonObject[] {
  return objects.filter((object) => typesOf(object).some((type) => articleType.test(type)))
}

function typesOf(object: JsonObject): readonly string[] {
  const type = object['@type']
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string')
}

function collect(value: unknown, into: JsonObject[], depth: number) {
  if (depth > maxDepth || into.length > 2000) return
  if (Array.isArray(value)) for (const one of value) collect(one, into, depth + 1)
  else if (isObject(value)) {
    into.push(value)
    for (const one of Object.values(value))
      if (typeof one === 'object') collect(one, into, depth + 1)
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON as sites write it: in CDATA or comments, with raw line breaks in strings, with a comma too many. */
function parseLenient(script: string): unknown {
  const bare = script
    .trim()
    .replace(/^(?:<!--|(?:\/\*|\/\/)?\s*<!\[CDATA\[)(?:\s*\*\/)?/, '')
    .replace(/(?:-->|(?:\/\*|\/\/)?\s*\]\]>(?:\s*\*\/)?)$/, '')
  for (const text of [
    bare,
    bare.replace(/[\u0000-\u001F]+/g, ' '),
    bare.replace(/[\u0000-\u001F]+/g, ' ').replace(/,(\s*[}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(text)
    } catch {}
  }
  return undefined
}

/** The first text under the keys: strings as they are, objects by their name, lists by their first. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== undefined)
  if (isObject(value)) return textOf(value.name ?? value.url ?? value['@value'] ?? value['@id'])
  return undefined
}
