import { type Html, html } from '../../render/html.ts'
import type { SystemState } from '../reads.ts'

/** More would make the page heavy; everything is in the log itself. */
const linesShown = 150
const longestFields = 300

type Line = SystemState['log'][number]

/** The newest lines, the newest first. */
export function logHtml(lines: readonly Line[]): Html {
  if (lines.length === 0) return html`<p class="empty">Nothing was logged.</p>`
  const shown = lines.slice(-linesShown).toReversed()
  const note =
    lines.length > shown.length &&
    html`<p class="lead">The newest ${shown.length} of ${lines.length} lines.</p>`
  return html`${note}<div class="wide" tabindex="0" role="region" aria-labelledby="log"><table class="log">
<thead><tr><th scope="col">Time</th><th scope="col">Level</th><th scope="col">Event</th><th scope="col">More</th></tr></thead>
<tbody>${shown.map(rowHtml)}</tbody></table></div>`
}

function rowHtml({ at, line }: Line): Html {
  const { level, event, more } = read(line)
  return html`<tr><td><time datetime="${at.toISOString()}">${at.toISOString().slice(11, 19)}</time></td>
<td class="level ${level}">${level}</td><td>${event}</td><td class="words"><code>${more.slice(0, longestFields)}</code></td></tr>`
}

/** A line that was cut, or is none of ours, stands as it is. */
function read(line: string): { level: string; event: string; more: string } {
  try {
    const { level, msg, time: _, ...rest } = JSON.parse(line) as Record<string, unknown>
    return {
      level: String(level),
      event: String(msg),
      more: Object.keys(rest).length > 0 ? JSON.stringify(rest) : '',
    }
  } catch {
    return { level: '', event: line.slice(0, longestFields), more: '' }
  }
}
