import * as schemas from 'discord-api-spec/zod'
import { invalidForm, type Refusal, refusals } from './refusal.ts'

type Json = Readonly<Record<string, unknown>>

const componentsV2 = 1 << 15

/**
 * What Discord would say to this body of a message; undefined when it would take it. The schemas say the shape, the
 * rules below what they leave out. Lengths are counted as UTF-16 units, which is stricter than Discord.
 * https://docs.discord.com/developers/resources/message, …/components/reference
 */
export function messageRefusal(body: Json, isEdit = false): Refusal | undefined {
  const schema = isEdit
    ? schemas.MessageEditRequestPartialSchema
    : schemas.MessageCreateRequestSchema
  const parsed = schema.safeParse(body)
  if (!parsed.success) return invalidForm(parsed.error.message)
  const faults = [...contentFaults(body), ...embedFaults(body), ...componentFaults(body)]
  if (faults.length > 0) return invalidForm(...faults)
  return isEdit || hasSomething(body) ? undefined : refusals.emptyMessage
}

function hasSomething(body: Json): boolean {
  const content = typeof body.content === 'string' ? body.content.trim() : ''
  return content !== '' || listOf(body.embeds).length > 0 || listOf(body.components).length > 0
}

function contentFaults(body: Json): readonly string[] {
  const content = typeof body.content === 'string' ? body.content : ''
  return [
    ...(content.length > 2000 ? ['content: must be 2000 or fewer in length'] : []),
    ...mentionFaults(body.allowed_mentions),
    ...(body.enforce_nonce === true && !body.nonce ? ['nonce: required by enforce_nonce'] : []),
    ...(isWellFormed(body) ? [] : ['body: not well-formed Unicode']),
  ]
}

function isWellFormed(body: Json): boolean {
  return !/\\ud[89a-f][0-9a-f]{2}/i.test(JSON.stringify(body))
}

function mentionFaults(mentions: unknown): readonly string[] {
  if (mentions === undefined || mentions === null) return []
  const { parse, roles, users } = mentions as {
    parse?: string[]
    roles?: string[]
    users?: string[]
  }
  const both = (name: string, list: unknown) =>
    parse?.includes(name) && Array.isArray(list) && list.length > 0
  return both('roles', roles) || both('users', users)
    ? ['allowed_mentions: parse and the list of ids exclude each other']
    : []
}

function embedFaults(body: Json): readonly string[] {
  const embeds = listOf(body.embeds)
  const total = embeds.reduce((sum, embed) => sum + embedCharacters(embed), 0)
  const isEmpty = embeds.some((embed) => Object.keys(embed).every((key) => key === 'color'))
  return [
    ...(total > 6000 ? ['embeds: Embed size exceeds maximum size of 6000'] : []),
    ...(isEmpty ? ['embeds: an embed says nothing'] : []),
  ]
}

function embedCharacters(embed: Json): number {
  const own = [embed.title, embed.description]
  const footer = (embed.footer as Json | undefined)?.text
  const author = (embed.author as Json | undefined)?.name
  const fields = listOf(embed.fields).flatMap(({ name, value }) => [name, value])
  return [...own, footer, author, ...fields].reduce<number>(
    (sum, words) => sum + (typeof words === 'string' ? words.length : 0),
    0,
  )
}

function componentFaults(body: Json): readonly string[] {
  const isV2 = (Number(body.flags ?? 0) & componentsV2) !== 0
  const top = listOf(body.components)
  const all = top.flatMap(withNested)
  return [
    ...(isV2 ? v2Faults(body, all) : legacyFaults(top)),
    ...all.flatMap(oneComponentFaults),
    ...sameIdFaults(all),
  ]
}

function v2Faults(body: Json, all: readonly Json[]): readonly string[] {
  const text = all.reduce((sum, { content }) => sum + String(content ?? '').length, 0)
  const has = (key: string) =>
    body[key] !== undefined && body[key] !== null && listSize(body[key]) > 0
  const nested = all.filter(({ type }) => type === 17 || type === 9 || type === 1)
  const misplaced = nested.some((parent) =>
    listOf(parent.components).some((child) => child.type === 17),
  )
  return [
    ...['content', 'embeds', 'poll', 'sticker_ids']
      .filter(has)
      .map((key) => `${key}: The "content", "embeds", … fields cannot be used with Components V2`),
    ...(all.length > 40 ? ['components: The total number of components must be 40 or fewer'] : []),
    ...(text > 4000 ? ['components: The displayable text must be 4000 or fewer in length'] : []),
    ...(misplaced ? ['components: a container cannot stand in another component'] : []),
  ]
}

function listSize(value: unknown): number {
  return Array.isArray(value) || typeof value === 'string' ? value.length : 1
}

function legacyFaults(top: readonly Json[]): readonly string[] {
  return [
    ...(top.length > 5 ? ['components: must be 5 or fewer in length'] : []),
    ...(top.some(({ type }) => type !== 1)
      ? ['components: only action rows without the flag']
      : []),
  ]
}

function oneComponentFaults(component: Json): readonly string[] {
  const { type, style, custom_id: customId, url, label, components, options, content } = component
  const isLink = style === 5
  const isButton = type === 2
  const children = listOf(components)
  return [
    ...(isButton && !isLink && !customId ? ['custom_id: A custom id is required'] : []),
    ...(isButton && !label && !component.emoji ? ['label: required'] : []),
    ...(isButton && isLink && (!url || customId) ? ['url: a link has an address and no id'] : []),
    ...(isButton && isLink && url ? addressFaults(String(url)) : []),
    ...(type === 1 && children.length === 0 ? ['components: an empty row'] : []),
    ...(type === 1 && children.some((child) => child.type === 3) && children.length > 1
      ? ['components: a select stands alone in its row']
      : []),
    ...(type === 1 && children.length > 5 ? ['components: must be 5 or fewer in length'] : []),
    ...(type === 3 && hasTwice(listOf(options).map(({ value }) => value))
      ? ['options: values must be unique']
      : []),
    ...(type === 10 && String(content).trim() === '' ? ['content: says nothing'] : []),
  ]
}

function addressFaults(url: string): readonly string[] {
  const isFine = /^(?:https?|discord):\/\//.test(url) && URL.canParse(url)
  return isFine ? [] : ['url: Scheme must be one of (http, https, discord)']
}

function sameIdFaults(all: readonly Json[]): readonly string[] {
  const ids = all.flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []))
  return hasTwice(ids) ? ['components: Component custom id cannot be duplicated'] : []
}

function hasTwice(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length
}

function withNested(component: Json): readonly Json[] {
  const { accessory } = component
  const inner = [
    ...listOf(component.components),
    ...(accessory ? [accessory as Json] : []),
    ...(component.component ? [component.component as Json] : []),
  ]
  return [component, ...inner.flatMap(withNested)]
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as Json[]) : []
}
