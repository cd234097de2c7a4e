/** The few words of JSON Schema that answers are asked for in; `strict` wants every property required and none beside. */
export const text = { type: 'string' }
export const truth = { type: 'boolean' }
export const number = { type: 'integer' }
export const object = (properties: Readonly<Record<string, unknown>>) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
})
export const list = (items: unknown) => ({ type: 'array', items })
