import { type Html, html } from '../render/html.ts'

/** A button that runs a stored action; one whose action was never stored stands there and does nothing. */
export function pressHtml(action: string | undefined, label: string, style?: string): Html {
  const kind = style !== undefined && html` class="${style}"`
  return action === undefined
    ? html`<button type="button" disabled${kind}>${label}</button>`
    : html`<button form="press" name="action" value="${action}"${kind}>${label}</button>`
}
