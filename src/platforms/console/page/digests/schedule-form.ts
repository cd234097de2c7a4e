import type { Form } from '../../../../domain/command.ts'
import { type Html, html } from '../../render/html.ts'
import { fieldHtml, hiddenField } from '../answer.ts'
import type { ViewCall } from '../view.ts'

/** Asked for first; the rest stands behind them. */
const usual: ReadonlySet<string> = new Set([
  'name',
  'digest',
  'time',
  'days',
  'timezone',
  'stories',
  'length',
])

/** A digest's plan to fill in; the next runs can be looked at before anything is changed. */
export function scheduleForm(
  form: Form,
  settled: readonly string[],
  { address }: Pick<ViewCall, 'address'>,
  submit: string,
): Html {
  const shown = form.fields.filter(({ option }) => !settled.includes(option.name))
  const [first, more] = [true, false].map((isUsual) =>
    shown
      .filter(({ option }) => usual.has(option.name) === isUsual)
      .map((field) => fieldHtml(field, form.faults[field.option.name], form.command)),
  )
  return html`<form class="form plan" method="post" action="${address}#answer">
${form.fields.filter(({ option }) => settled.includes(option.name)).map(hiddenField)}
<div class="fields">${first}</div>
<details><summary>More choices</summary><div class="fields">${more}</div></details>
<p class="actions"><button name="command" value="${form.command}">${submit}</button>
<button class="second" name="command" value="digest times" formnovalidate>Show the next runs</button></p>
</form>`
}
