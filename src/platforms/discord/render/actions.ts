import type { Action } from '../../../domain/document.ts'
import { cleanLine } from '../../../support/text/clean.ts'
import { truncateGraphemes } from '../../../support/text/truncate.ts'
import type { ActionButton, Row } from './components.ts'
import { actionReference, markId, menuId, pressId } from './custom-id.ts'
import { limits } from './limits.ts'

/** Buttons in rows of five; what stands behind "more" as one menu. */
export function rowsOf(actions: readonly Action[], menuAt: number): readonly Row[] {
  const distinct = [...new Map(actions.map((action) => [actionReference(action), action])).values()]
  const buttons = distinct.filter(({ overflow }) => !overflow).map(buttonOf)
  const hidden = distinct.filter(({ overflow }) => overflow).slice(0, limits.selectOptions)
  return [...inRows(buttons), ...(hidden.length > 0 ? [menuOf(hidden, menuAt)] : [])]
}

/** A row whose only use is that the message can be found again by the id in it. */
export const markRow: Row = {
  type: 1,
  components: [{ type: 2, style: 2, label: 'Dateline', custom_id: markId, disabled: true }],
}

export function buttonOf(action: Action): ActionButton {
  const style = action.style === 'primary' ? 1 : action.style === 'danger' ? 4 : 2
  return { type: 2, style, label: label(action, limits.buttonLabel), custom_id: pressId(action) }
}

function inRows(buttons: readonly ActionButton[]): readonly Row[] {
  const rows = Math.ceil(buttons.length / limits.rowButtons)
  return Array.from({ length: rows }, (_, at) => ({
    type: 1,
    components: buttons.slice(at * limits.rowButtons, (at + 1) * limits.rowButtons),
  }))
}

/** The placeholder names what is inside: "Mute story · Less like this · Report an error". */
function menuOf(actions: readonly Action[], at: number): Row {
  const options = actions.map((action) => ({
    label: label(action, limits.optionLabel),
    value: actionReference(action),
  }))
  const names = options.map((option) => option.label).join(' · ')
  const placeholder = truncateGraphemes(names, limits.selectPlaceholder, limits.selectPlaceholder)
  return { type: 1, components: [{ type: 3, custom_id: menuId(at), placeholder, options }] }
}

function label(action: Action, maxUnits: number): string {
  return truncateGraphemes(cleanLine(action.label), maxUnits, maxUnits) || '…'
}
