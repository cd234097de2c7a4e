/** An object of a model's answer, read field by field; what does not fit is noted and replaced by nothing. */
export type Shape = {
  text(name: string, mostUnits: number): string
  optionalText(name: string, mostUnits: number): string
  truth(name: string): boolean
  /** A whole number from 1 to `most`. */
  number(name: string, most: number): number
  /** At least one of such numbers. */
  numbers(name: string, mostItems: number, most: number): readonly number[]
  list<Item>(name: string, mostItems: number, read: (item: Shape) => Item): readonly Item[]
  faults(): readonly string[]
}

/** What a reply was found to be; `why` is for the model to mend it by. */
export type ReadAnswer<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'invalid'; readonly why: string }

/** No answer that is asked for comes near this. */
const longestReply = 60_000

/** The one JSON object that a reply consists of; a Markdown fence around it is forgiven. */
export function parseObject(
  reply: string,
):
  | { readonly kind: 'object'; readonly shape: Shape }
  | { readonly kind: 'invalid'; readonly why: string } {
  if (reply.length > longestReply) return { kind: 'invalid', why: 'the answer is too long' }
  try {
    const value: unknown = JSON.parse(withoutFence(reply.trim()))
    if (isRecord(value)) return { kind: 'object', shape: shapeOf(value, '', []) }
    return { kind: 'invalid', why: 'the answer is not a JSON object' }
  } catch {
    return { kind: 'invalid', why: 'the answer is not JSON' }
  }
}

function withoutFence(reply: string): string {
  const firstLine = reply.indexOf('\n')
  const isFenced = reply.startsWith('```') && reply.endsWith('```') && firstLine > 0
  return isFenced ? reply.slice(firstLine, -3) : reply
}

type Fields = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shapeOf(fields: Fields, path: string, faults: string[]): Shape {
  const wrong = (name: string, what: string) => void faults.push(`${path}${name} must be ${what}`)
  const readText = (name: string, mostUnits: number, isOptional: boolean): string => {
    const value = fields[name]
    if (isOptional && (value === undefined || value === null)) return ''
    const fits = typeof value === 'string' && value.length <= mostUnits
    if (fits && (isOptional || value.trim() !== '')) return value
    wrong(name, `a text of at most ${mostUnits} characters`)
    return ''
  }
  const isPlace = (value: unknown, most: number): value is number =>
    Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most
  return {
    text: (name, mostUnits) => readText(name, mostUnits, false),
    optionalText: (name, mostUnits) => readText(name, mostUnits, true),
    truth(name) {
      const value = fields[name]
      if (typeof value !== 'boolean') wrong(name, 'true or false')
      return value === true
    },
    number(name, most) {
      const value = fields[name]
      if (isPlace(value, most)) return value
      wrong(name, `a passage from 1 to ${most}`)
      return 1
    },
    numbers(name, mostItems, most) {
      const value = fields[name]
      const isList = Array.isArray(value) && value.length > 0 && value.length <= mostItems
      if (isList && value.every((item) => isPlace(item, most))) return value
      wrong(name, `1 to ${mostItems} passages from 1 to ${most}`)
      return []
    },
    list(name, mostItems, read) {
      const value = fields[name]
      const isList = Array.isArray(value) && value.length <= mostItems && value.every(isRecord)
      if (isList) {
        return value.map((item: Fields, i) => read(shapeOf(item, `${path}${name}[${i}].`, faults)))
      }
      wrong(name, `a list of at most ${mostItems} objects`)
      return []
    },
    faults: () => faults,
  }
}
