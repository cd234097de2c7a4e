import type { InboundReply } from '../../../support/inbound.ts'

/** A page of a few words, with a link at most; no script, nothing from elsewhere. */
export function page(content: {
  readonly language: string
  readonly title: string
  readonly words: string
  readonly link: { readonly url: string; readonly label: string } | undefined
}): InboundReply {
  const { language, link, title, words } = content
  const anchor = link ? `<p><a href="${html(link.url)}">${html(link.label)}</a></p>` : ''
  const body = `<!doctype html>
<html lang="${html(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${html(title)}</title>
<main>
<h1>${html(title)}</h1>
<p>${html(words)}</p>
${anchor}
</main>
</html>
`
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
