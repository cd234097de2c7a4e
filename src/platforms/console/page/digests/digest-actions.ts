import { type Html, html } from '../../render/html.ts'
import type { DigestStanding } from '../reads.ts'
import type { ViewCall } from '../view.ts'

/** What can be done with a digest; what the configuration file asks for is paused and changed there. */
export function digestActions({ digest }: DigestStanding, { address }: ViewCall): Html {
  const pause = digest.paused
    ? html`<input type="hidden" name="option.resume" value="yes"><button name="command" value="digest pause">Resume</button>`
    : html`<button name="command" value="digest pause">Pause</button>`
  return html`<form class="row-actions" method="post" action="${address}#answer" aria-label="${digest.title}">
<input type="hidden" name="option.digest" value="${digest.name}">
<button name="command" value="digest preview" class="primary">Preview</button>
<button name="command" value="digest run">Run now</button>
${digest.managedBy === 'command' && [pause, html`<button name="command" value="digest delete">Delete</button>`]}
</form>`
}
