const dateKey = '$at'

function encode(this: unknown, key: string, value: unknown): unknown {
  // `Date.prototype.toJSON` runs before a replacer, so the value itself is looked at.
  const raw = (this as Record<string, unknown>)[key]
  return raw instanceof Date ? { [dateKey]: raw.getTime() } : value
}

function decode(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  const at = (value as Record<string, unknown>)[dateKey]
  return typeof at === 'number' ? new Date(at) : value
}

/** JSON in which dates stay dates. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value ?? null, encode)
}

/** Reads what `writeJson` wrote; the type is the word of the column that it comes from. */
export function readJson<Value>(text: string): Value {
  return JSON.parse(text, decode) as Value
}

export function readJsonOr<Value>(text: string | null, otherwise: Value): Value {
  return text === null ? otherwise : readJson<Value>(text)
}
