import { type Html, html } from '../render/html.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const written = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

/** An instant in UTC; the page's script writes it in the reader's own time. */
export function timeHtml(at: Date): Html {
  return html`<time datetime="${at.toISOString()}" data-local>${written.format(at)} UTC</time>`
}

/** "in 12 min", "3 h ago": for what is near; the exact time stands behind it. */
export function nearTimeHtml(at: Date, now: Date): Html {
  return html`<time datetime="${at.toISOString()}" title="${written.format(at)} UTC">${distance(at, now)}</time>`
}

function distance(at: Date, now: Date): string {
  const ms = at.getTime() - now.getTime()
  const size = Math.abs(ms)
  if (size < minuteMs) return ms > 0 ? 'at once' : 'just now'
  const words =
    size < hourMs
      ? `${Math.round(size / minuteMs)} min`
      : size < 2 * dayMs
        ? `${Math.round(size / hourMs)} h`
        : `${Math.round(size / dayMs)} days`
  return ms > 0 ? `in ${words}` : `${words} ago`
}
