import { cleanLine, cleanText } from '../../../support/text/clean.ts'
import { truncateGraphemes } from '../../../support/text/truncate.ts'

/** The three characters that Slack reads as its own, and no other: https://docs.slack.dev/messaging/formatting-message-text */
function escapeThree(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** How much longer the worst character becomes: `&` → `&amp;`. */
const worstGrowth = 5

/** Foreign text made fit for Slack: clean, cut between characters, then escaped, and then at most `maxUnits` long. */
export function escapedText(text: string, maxUnits: number): string {
  return escapedWithin(cleanText(text), maxUnits)
}

/** The same on one line. */
export function escapedLine(text: string, maxUnits: number): string {
  return escapedWithin(cleanLine(text), maxUnits)
}

function escapedWithin(text: string, maxUnits: number): string {
  let units = maxUnits
  let escaped = escapeThree(truncateGraphemes(text, units, units))
  while (escaped.length > maxUnits) {
    units -= Math.ceil((escaped.length - maxUnits) / worstGrowth)
    escaped = escapeThree(truncateGraphemes(text, units, units))
  }
  return escaped
}
