import { createHash } from 'node:crypto'
import type { Action } from '../../../domain/document.ts'

/** What a pressed component says: the stored action, straight or chosen from a menu. */
export type CustomId =
  | { readonly kind: 'press'; readonly action: string }
  | { readonly kind: 'menu' }
  | { readonly kind: 'other' }

const maxReference = 60

/** `p:` and the action's id. An action that was not recorded gets a name that nobody stored: pressing it says so. */
export function pressId(action: Action): string {
  return `p:${actionReference(action)}`
}

export function actionReference(action: Action): string {
  if (action.id !== undefined && action.id.length <= maxReference) return action.id
  const content = JSON.stringify([action.command, action.options, action.label])
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}

export function menuId(at: number): string {
  return `m:${at}`
}

/** A button that stands only so that its message can be found again. */
export const markId = 'x:'

/** The mark of a delivery follows the component's own meaning, after a space. */
export function markedWith(customId: string, mark: string): string {
  return `${customId} d:${mark}`
}

/** The mark in a custom id; undefined where there is none. */
export function markIn(customId: string): string | undefined {
  return / d:(\S+)$/.exec(customId)?.[1]
}

export function readCustomId(customId: string): CustomId {
  const [meaning = ''] = customId.split(' ')
  if (meaning.startsWith('p:')) return { kind: 'press', action: meaning.slice(2) }
  return meaning.startsWith('m:') ? { kind: 'menu' } : { kind: 'other' }
}
