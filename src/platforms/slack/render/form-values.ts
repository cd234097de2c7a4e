import { completePrefix, fieldPrefix } from './form-view.ts'

/** One field of a view as Slack reports it; which of these it has depends on its element. */
type Filled = {
  readonly value?: string | null
  readonly selected_option?: { readonly value: string } | null
  readonly selected_options?: readonly { readonly value: string }[] | null
  readonly selected_conversation?: string | null
}

/** What was filled into a form, by the names of its options; what was left empty is left out. */
export function formValues(
  values: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(values).flatMap(([blockId, elements]) => {
    const name = blockId.startsWith(fieldPrefix) ? blockId.slice(fieldPrefix.length) : ''
    const filled = Object.values(elements)[0] as Filled | undefined
    const value = filled && filledValue(filled)
    return name === '' || value === undefined || value === '' ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

function filledValue(filled: Filled): string | undefined {
  if (filled.selected_options) return filled.selected_options.length > 0 ? 'yes' : 'no'
  if (filled.selected_conversation) return `slack:${filled.selected_conversation}`
  return filled.selected_option?.value ?? filled.value ?? undefined
}

/** `complete:feeds:feed` → `feeds`. */
export function completedKind(actionId: string): string | undefined {
  return actionId.startsWith(completePrefix) ? actionId.split(':')[1] : undefined
}
