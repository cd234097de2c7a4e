import type { Action, Block, Document } from './document.ts'
import { type ActionId, actionId } from './ids.ts'

/** What a button runs when it is pressed, as stored. */
export type KeptAction = Pick<Action, 'command' | 'options'> & { readonly id: ActionId }

/** The document with an id for each of its actions that has none, and what those ids stand for. */
export function withActionIds(
  document: Document,
  newId: () => string,
): { readonly document: Document; readonly actions: readonly KeptAction[] } {
  const kept: KeptAction[] = []
  const named = (action: Action): Action => {
    if (action.id !== undefined) return action
    const id = actionId(newId())
    kept.push({ id, command: action.command, options: action.options })
    return { ...action, id }
  }
  const blocks = document.blocks.map(
    (block): Block =>
      block.kind === 'actions' ? { ...block, actions: block.actions.map(named) } : block,
  )
  return { document: { ...document, blocks }, actions: kept }
}
