import type { Form, FormField, Reply, ReplyFile } from '../../../domain/command.ts'
import { type Html, html, trusted } from '../render/html.ts'
import { renderHtml } from '../render/render-html.ts'

export const noAnswer: Html = html``

/** What was asked, and its answer; a form where more is needed. It is announced when it comes. */
export function answerHtml(typed: string | undefined, reply: Reply, address: string): Html {
  return html`<section class="answer ${reply.outcome}" id="answer" role="status" tabindex="-1">
${typed !== undefined && html`<p class="asked">${typed}</p>`}
${trusted(renderHtml(reply.document))}
${reply.file && fileHtml(reply.file)}
${reply.form && formHtml(reply.form, address)}
</section>`
}

function fileHtml({ name, mediaType, text }: ReplyFile): Html {
  const address = `data:${mediaType};charset=utf-8,${encodeURIComponent(text)}`
  return html`<p><a href="${address}" download="${name}">Save ${name}</a></p>`
}

/** A form that runs its command when it is sent. */
export function formHtml(form: Form, address: string): Html {
  const hasFile = form.fields.some(({ option }) => option.kind === 'file')
  return html`<form class="form" method="post" action="${address}#answer"${
    hasFile && html` enctype="multipart/form-data"`
  }>
<h2>${form.title}</h2>
<input type="hidden" name="command" value="${form.command}">
${form.fields.map((field) => fieldHtml(field, form.faults[field.option.name]))}
<button>${form.submit}</button>
</form>`
}

export function fieldHtml(field: FormField, fault: string | undefined): Html {
  const { option, label, hint } = field
  const id = `field-${option.name}`
  const words = [fault, hint].filter((each) => each !== undefined).join(' ')
  const note = words !== '' && html`<small id="${id}-note">${words}</small>`
  return html`<p><label for="${id}">${label}</label>${controlHtml(field, id, words !== '')}${note}</p>`
}

function controlHtml({ option, value }: FormField, id: string, isNoted: boolean): Html {
  const attributes = html`name="option.${option.name}" id="${id}"${
    option.required && html` required`
  }${isNoted && html` aria-describedby="${id}-note"`}`
  const choices = option.choices ?? (option.kind === 'boolean' ? ['yes', 'no'] : undefined)
  if (choices) return selectHtml(attributes, choices, value, option.required)
  const type = option.kind === 'file' ? 'file' : option.kind === 'url' ? 'url' : 'text'
  return html`<input type="${type}" ${attributes}${
    option.kind !== 'file' && html` value="${value ?? ''}"`
  }>`
}

function selectHtml(
  attributes: Html,
  choices: readonly string[],
  value: string | undefined,
  isRequired: boolean,
): Html {
  const offered = isRequired ? choices : ['', ...choices]
  return html`<select ${attributes}>${offered.map(
    (choice) =>
      html`<option value="${choice}"${choice === value && html` selected`}>${choice || '–'}</option>`,
  )}</select>`
}
