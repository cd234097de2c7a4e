import type { types } from '@slack/bolt'
import type { Action } from '../../../domain/document.ts'
import type { ActionId } from '../../../domain/ids.ts'
import { escapedLine } from './escape.ts'
import { mostActionElements, mostLabelUnits, mostOverflowOptions } from './limits.ts'
import { plain } from './plain.ts'

type Recorded = Action & { readonly id: ActionId }

/** By these `action_id`s a press is known again; what it does stands in the database under the id behind them. */
export const buttonPrefix = 'press:'
export const menuPrefix = 'more:'

/** Buttons, and menus for what stands behind "more". An action that was never recorded could not be pressed and is left out. */
export function actionBlocks(actions: readonly Action[]): types.ActionsBlock[] {
  const recorded = actions.filter((action): action is Recorded => action.id !== undefined)
  const buttons = recorded.filter(({ overflow }) => !overflow).map(button)
  const menus = chunks(
    recorded.filter(({ overflow }) => overflow),
    mostOverflowOptions,
  ).map(menu)
  return chunks([...buttons, ...menus], mostActionElements).map((elements) => ({
    type: 'actions',
    elements,
  }))
}

function button({ id, label, style }: Recorded): types.Button {
  const text = labelText(label)
  return {
    type: 'button',
    action_id: buttonPrefix + id,
    value: id,
    text,
    ...(style ? { style } : {}),
  }
}

function menu(actions: readonly Recorded[]): types.Overflow {
  return {
    type: 'overflow',
    action_id: menuPrefix + (actions[0]?.id ?? ''),
    options: actions.map(({ id, label }) => ({ text: labelText(label), value: id })),
  }
}

function labelText(label: string): types.PlainTextElement {
  return plain(escapedLine(label, mostLabelUnits) || '…')
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
}
