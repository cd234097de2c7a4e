import type { Form, FormField, Reply, ReplyFile } from '../../../domain/command.ts'
import { type Html, html, trusted } from '../render/html.ts'
import { renderHtml } from '../render/render-html.ts'

export const noAnswer: Html = html``

/** What was asked, and its answer; a form where more is needed. It is announced when it comes. */
export function answerHtml(typed: string | undefined, reply: Reply, address: string): Html {
  return html`<section class="answer" id="answer" data-outcome="${reply.outcome}" role="status" tabindex="-1">
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

/** A form that runs its command when it is sent; options that are settled already are sent along unseen. */
export function formHtml(form: Form, address: string, settled: readonly string[] = []): Html {
  const hasFile = form.fields.some(({ option }) => option.kind === 'file')
  return html`<form class="form" method="post" action="${address}#answer"${
    hasFile && html` enctype="multipart/form-data"`
  }>
<h2>${form.title}</h2>
<input type="hidden" name="command" value="${form.command}">
${form.fields.map((field) => (settled.includes(field.option.name) ? hiddenField(field) : fieldHtml(field, form.faults[field.option.name], form.command)))}
<button>${form.submit}</button>
</form>`
}

export function hiddenField({ option, value }: FormField): Html {
  return html`<input type="hidden" name="option.${option.name}" value="${value ?? ''}">`
}

/** `within` tells the fields of several forms on one page apart. */
export function fieldHtml(field: FormField, fault: string | undefined, within = 'field'): Html {
  const { option, label, hint } = field
  const id = `${within.replaceAll(' ', '-')}-${option.name}`
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
