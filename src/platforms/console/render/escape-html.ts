const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML shows it, in an element or in the quotation marks of an attribute. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}
