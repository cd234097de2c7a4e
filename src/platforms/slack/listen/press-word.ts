import { buttonPrefix, menuPrefix } from '../render/action-blocks.ts'

/** What a press tells of itself: a button by its value, a menu by the option that was chosen. */
export type Pressed = {
  readonly action_id: string
  readonly value?: string | undefined
  readonly selected_option?: { readonly value?: string } | null
}

/** The id that leads to the stored action; undefined for elements that are none of ours. */
export function pressedAction(pressed: Pressed): string | undefined {
  const { action_id: id } = pressed
  if (id.startsWith(buttonPrefix)) return pressed.value ?? id.slice(buttonPrefix.length)
  return id.startsWith(menuPrefix) ? pressed.selected_option?.value : undefined
}

/** Every element whose press is a command. */
export const pressPattern = new RegExp(`^(?:${buttonPrefix}|${menuPrefix})`)
